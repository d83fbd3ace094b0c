// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.bailiff.text.SafeText;

/** What is wrong with a formula, in a sentence: where, what, and what is possible. */
final class FormulaSentence {
    private static final int SHOWN = 40;

    private FormulaSentence() {}

    /**
     * @param position where the mistake is, from 0
     * @param mistake what it is
     */
    static IllegalArgumentException wrong(String formula, int position, String mistake) {
        // White space in front of the mistake is no part of it.
        int place = position;
        while (place < formula.length() && Character.isWhitespace(formula.charAt(place))) {
            place++;
        }
        String where = place == formula.length()
                ? "at its end"
                : "at character " + (place + 1) + ", '" + SafeText.of(formula.substring(place), SHOWN) + "'";
        return new IllegalArgumentException(
                "the formula cannot be read " + where + ": " + mistake + "; possible are " + possible());
    }

    private static String possible() {
        String names = Arrays.stream(Variable.values()).map(Variable::written).collect(Collectors.joining(", "));
        String functions = Arrays.stream(FormulaFunction.values())
                .map(FormulaFunction::written)
                .collect(Collectors.joining(", "));
        return names + ", numbers, + - * / // % ** << >>, comparisons, and, or, not, x if c else y, ( ), " + functions;
    }
}
