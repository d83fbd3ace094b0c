// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.util.ArrayList;
import java.util.List;

/** Words as a shell splits them: by blanks, but for quotes and backslashes. Nothing is expanded. */
final class ShellWords {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    private ShellWords(String text) {
        this.text = text;
    }

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException if a quote is not closed, or nothing follows a backslash
     */
    static List<String> split(String line) {
        return new ShellWords(line).split();
    }

    /** A word, quoted if it has to be, so that splitting gives it again. */
    static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().noneMatch(c -> Character.isWhitespace(c) || "\"'\\".indexOf(c) >= 0);
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private List<String> split() {
        while (next < text.length()) {
            char character = text.charAt(next++);
            if (character == '\'' || character == '"') {
                quote(character);
            } else if (character == '\\') {
                append(escaped());
            } else if (Character.isWhitespace(character)) {
                end();
            } else {
                append(character);
            }
        }
        end();
        return words;
    }

    private void quote(char mark) {
        inWord = true;
        while (next < text.length()) {
            char character = text.charAt(next++);
            if (character == mark) {
                return;
            }
            append(character == '\\' && mark == '"' ? escaped() : character);
        }
        throw new IllegalArgumentException("a quote " + mark + " is not closed");
    }

    private char escaped() {
        if (next == text.length()) {
            throw new IllegalArgumentException("nothing follows the backslash at the end");
        }
        return text.charAt(next++);
    }

    private void append(char character) {
        inWord = true;
        word.append(character);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
