// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The functions of a formula; they do what Python's of the same name do, with an infinite value where that is too large. */
enum FormulaFunction {
    EXP("math.exp", 1, 1, values -> Math.exp(values[0])),
    LOG("math.log", 1, 2, FormulaFunction::logarithm),
    LOG2("math.log2", 1, 1, values -> binaryLogarithm(values[0])),
    LOG10("math.log10", 1, 1, values -> Math.log10(positive(values[0]))),
    POW("math.pow", 2, 2, values -> Calculation.POWER.of(values[0], values[1])),
    SQRT("math.sqrt", 1, 1, values -> Math.sqrt(values[0])),
    FLOOR("math.floor", 1, 1, values -> Math.floor(values[0])),
    CEIL("math.ceil", 1, 1, values -> Math.ceil(values[0])),
    FLOAT("float", 1, 1, values -> values[0]),
    INT("int", 1, 1, values -> whole(values[0])),
    MIN("min", 2, Integer.MAX_VALUE, values -> Arrays.stream(values).min().orElseThrow()),
    MAX("max", 2, Integer.MAX_VALUE, values -> Arrays.stream(values).max().orElseThrow()),
    ABS("abs", 1, 1, values -> Math.abs(values[0])),
    ROUND("round", 1, 2, FormulaFunction::rounded);

    /** More digits than a double has. */
    private static final int MOST_DIGITS = 20;

    private final String name;
    private final int fewest;
    private final int most;
    private final ToDoubleFunction<double[]> calculation;

    FormulaFunction(String name, int fewest, int most, ToDoubleFunction<double[]> calculation) {
        this.name = name;
        this.fewest = fewest;
        this.most = most;
        this.calculation = calculation;
    }

    static Optional<FormulaFunction> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.name.equals(name))
                .findFirst();
    }

    String written() {
        return name + "()";
    }

    boolean takes(int values) {
        return values >= fewest && values <= most;
    }

    /**
     * @param values as many as it takes
     * @throws ArithmeticException if there is no such number
     */
    double of(double... values) {
        return Calculation.number(calculation.applyAsDouble(values), written());
    }

    private static double logarithm(double... values) {
        double natural = Math.log(positive(values[0]));
        return values.length == 1 ? natural : Calculation.DIVIDE.of(natural, Math.log(positive(values[1])));
    }

    /** Exact for powers of two, as a quotient of logarithms is not. */
    private static double binaryLogarithm(double value) {
        int exponent = Math.getExponent(positive(value));
        return value == Math.scalb(1.0, exponent) ? exponent : Math.log(value) / Math.log(2);
    }

    private static double positive(double value) {
        if (value <= 0) {
            throw new ArithmeticException("there is no logarithm of zero or less");
        }
        return value;
    }

    private static double whole(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    /** Halves go to the even neighbour. */
    private static double rounded(double... values) {
        double digits = values.length == 1 ? 0 : values[1];
        if (digits != Math.rint(digits) || Math.abs(digits) > MOST_DIGITS) {
            throw new ArithmeticException("round() to a number of digits that is not -20 to 20");
        }
        return Double.isInfinite(values[0])
                ? values[0]
                : new BigDecimal(values[0])
                        .setScale((int) digits, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
