// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Set;

/**
 * How long a ban lasts, as an expression in a small part of Python: what people write as {@code bantime.formula}.
 *
 * <p>It has no loops, no names but those of {@link Variable} and {@link FormulaFunction}, and a bounded length and depth, so
 * reading and calculating it takes microseconds whatever it says. Numbers are doubles: whole ones are exact up to 2^53, far
 * above the longest ban; one that is too large is infinite, never a long calculation. Immutable.
 */
final class Formula {
    /** {@code bantime.formula} where it is not set: doubles with each ban, twenty times. */
    static final Formula DEFAULT = parse("ban.Time * 2 ** min(ban.Count, 20) * banFactor");

    private final Expression expression;
    private final Set<Variable> used;

    private Formula(FormulaParser parser) {
        this.expression = parser.parse();
        this.used = Set.copyOf(parser.used());
    }

    /**
     * @throws IllegalArgumentException if it cannot be read; the message is a sentence for the administrator, which points at
     *     the place and says what is possible
     */
    static Formula parse(String text) {
        return new Formula(new FormulaParser(text, Set.of(Variable.values())));
    }

    /**
     * The value of a formula without names, like {@code 3.0 / 4.2}.
     *
     * @throws IllegalArgumentException if it cannot be read or has no value; the message is a sentence
     */
    static double constant(String text) {
        Formula formula = new Formula(new FormulaParser(text, Set.of()));
        try {
            return formula.value(new Expression.PastBans(0, 0, 0));
        } catch (ArithmeticException none) {
            throw new IllegalArgumentException("there is no such number: " + none.getMessage(), none);
        }
    }

    boolean uses(Variable variable) {
        return used.contains(variable);
    }

    /**
     * The value; infinite if it is too large, never NaN.
     *
     * @throws ArithmeticException if there is none
     */
    double value(Expression.PastBans ban) {
        return expression.value(ban);
    }
}
