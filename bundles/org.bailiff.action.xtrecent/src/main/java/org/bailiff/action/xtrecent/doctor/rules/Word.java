// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a rule.
 *
 * @param text without quotes
 * @param quoted whether it stood in quotes, so that it is no option whatever it looks like
 */
record Word(String text, boolean quoted) {

    /** The words of a line. A backslash within quotes takes the next character as it is. */
    static List<Word> split(String line) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inQuotes = false;
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (inQuotes && character == '\\' && index + 1 < line.length()) {
                word.append(line.charAt(++index));
            } else if (character == '"') {
                inQuotes = !inQuotes;
                quoted = true;
            } else if (character == ' ' && !inQuotes) {
                add(word, quoted, words);
                quoted = false;
            } else {
                word.append(character);
            }
        }
        add(word, quoted, words);
        return words;
    }

    private static void add(StringBuilder word, boolean quoted, List<Word> words) {
        if (quoted || word.length() > 0) {
            words.add(new Word(word.toString(), quoted));
            word.setLength(0);
        }
    }

    /** Whether it begins an option, or turns the next one into its opposite. */
    boolean beginsOption() {
        return !quoted && (text.startsWith("-") && text.length() > 1 || isNegation());
    }

    boolean isNegation() {
        return !quoted && text.equals("!");
    }
}
