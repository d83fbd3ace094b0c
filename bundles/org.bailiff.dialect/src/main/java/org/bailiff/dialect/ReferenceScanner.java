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

    Reference reference() {
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '[') {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is missing before '[' in '" + text.strip() + "'");
        }
        if (at == text.length() || text.charAt(at) != '[') {
            return new Reference(name, Map.of());
        }
        at++;
        return new Reference(name, parameters(name));
    }

    private Map<String, String> parameters(String name) {
        Map<String, String> parameters = new LinkedHashMap<>();
        while (skipBlanks() && text.charAt(at) != ']') {
            String key = upTo('=', name).strip();
            parameters.put(key, value(name));
        }
        expectEnd(name);
        return parameters;
    }

    private String value(String name) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            at++;
            return upTo(quote, name);
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ']') {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String upTo(char end, String name) {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw new IllegalArgumentException("'" + end + "' is missing in the parameters of '" + name + "'");
        }
        String part = text.substring(at, found);
        at = found + 1;
        return part;
    }

    private void expectEnd(String name) {
        if (at >= text.length()) {
            throw new IllegalArgumentException("']' is missing behind the parameters of '" + name + "'");
        }
        at++;
    }
}
