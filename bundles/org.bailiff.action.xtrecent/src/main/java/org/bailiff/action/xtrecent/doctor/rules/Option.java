// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An option of a rule.
 *
 * @param negated whether {@code !} stands before it
 * @param name with its hyphens
 * @param value its words, joined by blanks; empty if it has none
 */
record Option(boolean negated, String name, String value) {
    /** A text stands behind these, also one that looks like an option: it is quoted only if it holds odd characters. */
    private static final Set<String> TEXTS =
            Set.of("--comment", "--name", "--log-prefix", "--nflog-prefix", "--string", "--hex-string");

    /** The options that words make. */
    static List<Option> of(List<Word> words) {
        List<Option> options = new ArrayList<>();
        boolean negated = false;
        int index = 0;
        while (index < words.size()) {
            Word word = words.get(index++);
            if (word.isNegation()) {
                negated = true;
                continue;
            }
            List<String> value = new ArrayList<>();
            if (TEXTS.contains(word.text()) && index < words.size()) {
                value.add(words.get(index++).text());
            }
            while (index < words.size() && !words.get(index).beginsOption()) {
                value.add(words.get(index++).text());
            }
            options.add(new Option(negated, word.text(), String.join(" ", value)));
            negated = false;
        }
        return options;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** Whether it ends what a rule asks for, and says what becomes of the packet. */
    boolean isTarget() {
        return is("-j") || is("-g");
    }

    @Override
    public String toString() {
        return (negated ? "! " : "") + name + (value.isEmpty() ? "" : " " + value);
    }
}
