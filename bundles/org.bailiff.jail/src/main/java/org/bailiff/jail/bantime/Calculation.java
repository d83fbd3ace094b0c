// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.function.DoubleBinaryOperator;

/**
 * What is done with two numbers, as Python does it: the quotient rounded down and its remainder have the divisor's sign. A
 * result that is too large is infinite.
 */
enum Calculation {
    ADD("+", Double::sum),
    SUBTRACT("-", (left, right) -> left - right),
    MULTIPLY("*", (left, right) -> left * right),
    DIVIDE("/", (left, right) -> left / divisor(right)),
    DIVIDE_DOWN("//", Calculation::quotient),
    REMAINDER("%", (left, right) -> remainder(left, right)),
    POWER("**", (left, right) -> Math.pow(right < 0 ? divisor(left) : left, right)),
    SHIFT_LEFT("<<", (left, right) -> Math.scalb(whole(left), places(right))),
    SHIFT_RIGHT(">>", (left, right) -> Math.floor(Math.scalb(whole(left), -places(right))));

    /** Beyond it nothing of a number is left but zero or infinity. */
    private static final int MOST_PLACES = 5000;

    private final String sign;
    private final DoubleBinaryOperator operator;

    Calculation(String sign, DoubleBinaryOperator operator) {
        this.sign = sign;
        this.operator = operator;
    }

    String sign() {
        return sign;
    }

    /**
     * @throws ArithmeticException if there is no such number
     */
    double of(double left, double right) {
        return number(operator.applyAsDouble(left, right), sign);
    }

    static double number(double result, String what) {
        if (Double.isNaN(result)) {
            throw new ArithmeticException("the result of " + what + " is not a number");
        }
        return result;
    }

    private static double divisor(double value) {
        if (value == 0) {
            throw new ArithmeticException("a division by zero");
        }
        return value;
    }

    private static double quotient(double left, double right) {
        // What is too large stays so.
        return Double.isInfinite(left) ? left / divisor(right) : Math.rint((left - remainder(left, right)) / right);
    }

    private static double remainder(double left, double right) {
        double remainder = left % divisor(right);
        return remainder != 0 && remainder < 0 != right < 0 ? remainder + right : remainder;
    }

    private static double whole(double value) {
        if (value != Math.rint(value)) {
            throw new ArithmeticException("a shift of a number that is not whole");
        }
        return value;
    }

    private static int places(double value) {
        if (value < 0) {
            throw new ArithmeticException("a shift by less than nothing");
        }
        return (int) Math.min(whole(value), MOST_PLACES);
    }
}
