// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the daemon's JSON into maps, lists, texts, numbers ({@code Double}) and truth values. It has one writer, of this
 * version; whatever else comes is refused.
 */
final class JsonReader {
    private static final int DEEPEST = 20;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is no object */
    static Map<String, Object> read(String text) {
        JsonReader reader = new JsonReader(text);
        try {
            reader.skip();
            return reader.object();
        } catch (StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the answer is cut off", e);
        }
    }

    private Object value() {
        skip();
        switch (text.charAt(at)) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return string();
            default:
                return word();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        enter('{');
        while (text.charAt(at) != '}') {
            String name = string();
            skip();
            expect(':');
            object.put(name, value());
            next('}');
        }
        leave();
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        enter('[');
        while (text.charAt(at) != ']') {
            list.add(value());
            next(']');
        }
        leave();
        return list;
    }

    private void enter(char opening) {
        expect(opening);
        if (++depth > DEEPEST) {
            throw wrong();
        }
        skip();
    }

    private void leave() {
        at++;
        depth--;
    }

    private void next(char closing) {
        skip();
        if (text.charAt(at) != closing) {
            expect(',');
            skip();
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (text.charAt(at) != '"') {
            string.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char kind = text.charAt(at + 1);
        at += 2;
        switch (kind) {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'u':
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            default:
                return kind;
        }
    }

    private Object word() {
        int start = at;
        while (",]} \n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        switch (word) {
            case "true":
                return Boolean.TRUE;
            case "false":
                return Boolean.FALSE;
            case "null":
                return null;
            default:
                return Double.valueOf(word);
        }
    }

    private void skip() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char character) {
        if (text.charAt(at) != character) {
            throw wrong();
        }
        at++;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("the answer is no JSON at character " + at);
    }
}
