// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bailiff.text.SafeText;

/** Writes JSON as it is made, each member and element on a line of its own, so that no line is long. */
final class JsonText {
    /** Longer than any path. */
    private static final int LONGEST = 8192;

    private final PrintWriter out;
    /** The bracket that ends what is open, innermost first. */
    private final Deque<Character> open = new ArrayDeque<>();

    private boolean isFirst = true;

    JsonText(PrintWriter out) {
        this.out = out;
    }

    /** Begins an object that is an element, or the whole. */
    JsonText object() {
        next();
        return begin('{', '}');
    }

    JsonText object(String name) {
        name(name);
        return begin('{', '}');
    }

    JsonText array(String name) {
        name(name);
        return begin('[', ']');
    }

    private JsonText begin(char bracket, char end) {
        out.print(bracket);
        open.push(end);
        isFirst = true;
        return this;
    }

    /** Ends what was begun last. */
    JsonText end() {
        out.print(open.pop());
        isFirst = false;
        if (open.isEmpty()) {
            out.println();
        }
        return this;
    }

    JsonText member(String name, Object value) {
        name(name);
        out.print(text(value));
        return this;
    }

    JsonText element(Object value) {
        next();
        out.print(text(value));
        return this;
    }

    private void name(String name) {
        next();
        out.print(quoted(name) + ": ");
    }

    private void next() {
        if (!open.isEmpty()) {
            out.println(isFirst ? "" : ",");
            out.print("  ".repeat(open.size()));
        }
        isFirst = false;
    }

    /** Names and values for an object on one line. */
    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            row.put(namesAndValues[index].toString(), namesAndValues[index + 1]);
        }
        return row;
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream()
                    .map(member -> quoted(member.getKey().toString()) + ": " + text(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(JsonText::text).orElse("null");
        }
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        SafeText.of(text, LONGEST).chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < 0x20 || Character.isSurrogate((char) character)) {
                quoted.append(String.format("\\u%04x", character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
