// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.List;

/**
 * A formula, or a part of it, as a tree. Every value is a double; what holds is 1 and what does not 0, and every number but
 * 0 holds, as in Python. Only the branches that decide are calculated.
 */
sealed interface Expression {
    /**
     * The value for this ban; infinite if it is too large, never NaN.
     *
     * @throws ArithmeticException if there is none
     */
    double value(PastBans ban);

    default boolean holds(PastBans ban) {
        return value(ban) != 0;
    }

    /** What a formula is calculated from: the jail's ban time in seconds, how often the target was banned, the factor. */
    record PastBans(double time, int count, double factor) {}

    record Literal(double number) implements Expression {
        @Override
        public double value(PastBans ban) {
            return number;
        }
    }

    record Name(Variable variable) implements Expression {
        @Override
        public double value(PastBans ban) {
            return switch (variable) {
                case TIME -> ban.time();
                case COUNT -> ban.count();
                case FACTOR -> ban.factor();
            };
        }
    }

    record Negative(Expression operand) implements Expression {
        @Override
        public double value(PastBans ban) {
            return -operand.value(ban);
        }
    }

    record Calculated(Calculation calculation, Expression left, Expression right) implements Expression {
        @Override
        public double value(PastBans ban) {
            return calculation.of(left.value(ban), right.value(ban));
        }
    }

    record Call(FormulaFunction function, List<Expression> operands) implements Expression {
        @Override
        public double value(PastBans ban) {
            return function.of(
                    operands.stream().mapToDouble(operand -> operand.value(ban)).toArray());
        }
    }

    /**
     * A comparison with what follows.
     *
     * @param right what the value before is compared with
     */
    record Link(Comparison comparison, Expression right) {}

    /** {@code a < b < c} is {@code a < b and b < c}, but {@code b} is calculated once. */
    record Compared(Expression first, List<Link> links) implements Expression {
        @Override
        public double value(PastBans ban) {
            double left = first.value(ban);
            for (Link link : links) {
                double right = link.right().value(ban);
                if (!link.comparison().holds(left, right)) {
                    return 0;
                }
                left = right;
            }
            return 1;
        }
    }

    record Not(Expression operand) implements Expression {
        @Override
        public double value(PastBans ban) {
            return operand.holds(ban) ? 0 : 1;
        }
    }

    /** The left one's value if it does not hold, else the right one's. */
    record Both(Expression left, Expression right) implements Expression {
        @Override
        public double value(PastBans ban) {
            double value = left.value(ban);
            return value == 0 ? value : right.value(ban);
        }
    }

    /** The left one's value if it holds, else the right one's. */
    record Either(Expression left, Expression right) implements Expression {
        @Override
        public double value(PastBans ban) {
            double value = left.value(ban);
            return value == 0 ? right.value(ban) : value;
        }
    }

    record Choice(Expression condition, Expression then, Expression otherwise) implements Expression {
        @Override
        public double value(PastBans ban) {
            return (condition.holds(ban) ? then : otherwise).value(ban);
        }
    }
}
