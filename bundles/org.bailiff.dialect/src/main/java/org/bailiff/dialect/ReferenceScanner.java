// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads references from left to right. */
final class ReferenceScanner {
    private final String text;
    private int at;

    ReferenceScanner(String text) {
        this.text = text;
    }

    /** Goes to the next thing to read; false at the end. */
    boolean skipBlanks() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        return at < text.length();
    }

    /** The next name, with the parameters of all the brackets that follow it at once; the last one of a name counts. */
    Reference reference() {
        int start = at;
        while (at < text.length() && !endsName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a name is missing before '" + text.charAt(at) + "' in '" + text.strip() + "'");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
            readParameters(name, parameters);
        }
        return new Reference(name, parameters);
    }

    private static boolean endsName(char character) {
        return Character.isWhitespace(character) || character == ',' || character == '[' || character == ']';
    }

    private void readParameters(String name, Map<String, String> parameters) {
        while (skipBlanks() && text.charAt(at) != ']') {
            String key = key(name);
            parameters.put(key, value(name, key));
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("']' is missing behind the parameters of '" + name + "'");
        }
        at++;
    }

    private String key(String name) {
        int start = at;
        while (at < text.length() && "=,[]\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String key = text.substring(start, at).strip();
        if (at == text.length() || text.charAt(at) != '=' || key.isEmpty()) {
            throw new IllegalArgumentException("the parameters of '" + name + "' are written [key=value, ...]; '" + key
                    + "' has no value or no key");
        }
        at++;
        return key;
    }

    private String value(String name, String key) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : ' ';
        return quote == '"' || quote == '\'' ? quoted(quote, name, key) : unquoted();
    }

    private String quoted(char quote, String name, String key) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "the closing " + quote + " of '" + key + "' of '" + name + "' is missing");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        if (at < text.length() && ",]".indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
            throw new IllegalArgumentException(
                    "',' or ']' is missing behind the closing " + quote + " of '" + key + "' of '" + name + "'");
        }
        return value;
    }

    private String unquoted() {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ']') {
            at++;
        }
        return text.substring(start, at).strip();
    }
}
