// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command that is run without a shell: a program and its arguments, written with the quotes and backslashes of POSIX.
 * Tags such as {@code <ip>} are part of the words, for whoever runs it to replace: what is put in their place is never
 * read as words again.
 *
 * @param words the program and its arguments, at least the program
 */
public record CommandLine(List<String> words) {
    /** Besides letters and digits, what no shell gives a meaning to. */
    private static final String PLAIN = "_@%+=:,./-";

    public CommandLine {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has at least a program");
        }
    }

    /**
     * The commands that a text writes, one a line; a line that ends with a backslash goes on in the next, and so does a
     * quoted text. Empty lines and comments are none.
     *
     * @throws IllegalArgumentException if one of them needs a shell, or a quote is not closed; the message says what
     *     needs it, and the mend
     */
    public static List<CommandLine> parseAll(String text) {
        return new CommandLineScanner(text).commands();
    }

    /** The program: the first word. */
    public String program() {
        return words.get(0);
    }

    /** The same command with another program. */
    public CommandLine withProgram(String program) {
        List<String> others = new ArrayList<>(words);
        others.set(0, program);
        return new CommandLine(others);
    }

    /**
     * The command as {@link #parseAll} reads it. It holds only one kind of quotation mark, if it can be written so, because
     * a parameter in brackets stands in the other kind.
     */
    public String text() {
        return words.stream().map(CommandLine::written).collect(Collectors.joining(" "));
    }

    private static String written(String word) {
        boolean quotable = word.isEmpty() || word.indexOf('\n') >= 0;
        return quotable && word.indexOf('\'') < 0 ? "'" + word + "'" : escaped(word);
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            int tag = CommandLineScanner.tagLength(word, at);
            if (tag > 0) {
                escaped.append(word, at, at + tag);
                at += tag;
            } else {
                char character = word.charAt(at++);
                boolean plain = Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0;
                escaped.append(plain ? "" : "\\").append(character);
            }
        }
        return escaped.toString();
    }
}
