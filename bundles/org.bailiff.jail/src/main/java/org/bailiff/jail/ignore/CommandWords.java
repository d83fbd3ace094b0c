// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a shell would, and refuses what only a shell can do: a command is run by itself, so that
 * no text can become another command. Used once.
 */
final class CommandWords {
    private static final String ONLY_SHELL = "|&;()$`*?[]{}!~#\n";
    private static final String ONLY_SHELL_IN_QUOTES = "$`";
    private static final int LONGEST = 4096;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int index;

    private CommandWords(String text) {
        this.text = text;
    }

    /**
     * The words, with their tags as they are: {@code <ip>}.
     *
     * @throws IllegalArgumentException if it cannot be run without a shell; the message is a sentence with the mend
     */
    static List<String> of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the command is longer than " + LONGEST + " characters");
        }
        return new CommandWords(text).split();
    }

    private List<String> split() {
        while (index < text.length()) {
            char next = text.charAt(index++);
            switch (next) {
                case ' ', '\t' -> endWord();
                case '\'' -> quoted('\'', "");
                case '"' -> quoted('"', ONLY_SHELL_IN_QUOTES);
                case '\\' -> append(escaped());
                case '<' -> tag();
                default -> plain(next);
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void plain(char next) {
        if (next == '>' || ONLY_SHELL.indexOf(next) >= 0) {
            throw needsShell(next);
        }
        append(next);
    }

    private void append(char next) {
        begun = true;
        word.append(next);
    }

    private void endWord() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }

    private void quoted(char quote, String forbidden) {
        begun = true;
        while (index < text.length()) {
            char next = text.charAt(index++);
            if (next == quote) {
                return;
            }
            if (forbidden.indexOf(next) >= 0) {
                throw needsShell(next);
            }
            boolean escapes =
                    quote == '"' && next == '\\' && index < text.length() && "\"\\$`".indexOf(text.charAt(index)) >= 0;
            word.append(escapes ? text.charAt(index++) : next);
        }
        throw new IllegalArgumentException("the quotation mark " + quote + " of the command is never closed; close it");
    }

    private char escaped() {
        if (index == text.length()) {
            throw new IllegalArgumentException("the command ends with a backslash; remove it, or write \\\\");
        }
        return text.charAt(index++);
    }

    /** A tag is no redirection. */
    private void tag() {
        int end = text.indexOf('>', index);
        if (end < 0 || !text.substring(index, end).matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw needsShell('<');
        }
        begun = true;
        word.append(text, index - 1, end + 1);
        index = end + 1;
    }

    private static IllegalArgumentException needsShell(char what) {
        String shown = what == '\n' ? "a second line" : "'" + what + "'";
        return new IllegalArgumentException(shown + " would need a shell, and Bailiff runs none; put the command into a"
                + " script, and name that with its arguments, e.g. /usr/local/bin/is-ours <ip>");
    }
}
