// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final Expression.PastBans SECOND = new Expression.PastBans(600, 1, 2);

    private static double value(String formula) {
        return Formula.parse(formula).value(SECOND);
    }

    /** For a ban time of 600, one past ban and the factor 2; the numbers are Python's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ban.Time ~ 600",
                "ban.Count ~ 1",
                "banFactor ~ 2",
                "1_000 + 1e3 + .5 + 5. ~ 2005.5",
                "1 + 2 * 3 ~ 7",
                "(1 + 2) * 3 ~ 9",
                "10 - 3 - 2 ~ 5",
                "100 / 8 / 2 ~ 6.25",
                "7 // 2 ~ 3",
                "-7 // 2 ~ -4",
                "7 // -2 ~ -4",
                "7.5 // 2 ~ 3",
                "7 % 3 ~ 1",
                "-7 % 3 ~ 2",
                "7 % -3 ~ -2",
                "5.5 % 2 ~ 1.5",
                "2 ** 3 ** 2 ~ 512",
                "-2 ** 2 ~ -4",
                "(-2) ** 2 ~ 4",
                "2 ** -1 ~ 0.5",
                "- - +3 ~ 3",
                "1 << 2 + 1 ~ 8",
                "600 << 1 >> 2 ~ 300",
                "-5 >> 1 ~ -3",
                "1 < 2 ~ 1",
                "2 < 1 ~ 0",
                "2 <= 2 ~ 1",
                "2 >= 3 ~ 0",
                "2 == 2.0 ~ 1",
                "2 != 2 ~ 0",
                "3 > 2 > 1 ~ 1",
                "1 < 3 > 2 ~ 1",
                "3 > 2 > 2 ~ 0",
                "3 > 1 > 2 ~ 0",
                "(3 > 2) > 0 ~ 1",
                "1 + 1 == 2 and 3 ~ 3",
                "0 and 1 / 0 ~ 0",
                "5 or 1 / 0 ~ 5",
                "0 or 7 ~ 7",
                "1 or 0 and 0 ~ 1",
                "not 0 ~ 1",
                "not 3 ~ 0",
                "not not 3 ~ 1",
                "not 1 == 2 ~ 1",
                "10 if ban.Count > 1 else 20 ~ 20",
                "10 if ban.Count else 1 / 0 ~ 10",
                "1 if 0 else 2 if 0 else 3 ~ 3",
                "1if 1else 2 ~ 1",
                "1 + 2 if 1 else 5 ~ 3",
                "math.exp(0) ~ 1",
                "math.log(8, 2) ~ 3",
                "math.log2(1 << 29) ~ 29",
                "math.log10(1000) ~ 3",
                "math.pow(3, 4) ~ 81",
                "math.sqrt(144) ~ 12",
                "math.floor(-2.5) ~ -3",
                "math.ceil(2.1) ~ 3",
                "float(3) / 2 ~ 1.5",
                "int(2.9) ~ 2",
                "int(-2.9) ~ -2",
                "min(3, 1, 2) ~ 1",
                "max(3, 1, 2) ~ 3",
                "abs(-3) ~ 3",
                "round(2.5) ~ 2",
                "round(3.5) ~ 4",
                "round(-2.5) ~ -2",
                "round(23.456, 1) ~ 23.5",
                "round(2.675, 2) ~ 2.67",
                "round(1250, -2) ~ 1200",
            })
    void aFormulaIsWorthWhatPythonMakesOfIt(String formula, double value) {
        assertThat(value(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 / 0 ~ a division by zero",
                "1 // 0 ~ a division by zero",
                "1 % (ban.Count - 1) ~ a division by zero",
                "0 ** -1 ~ a division by zero",
                "math.pow(0, -1) ~ a division by zero",
                "math.log(0) ~ there is no logarithm of zero or less",
                "math.log2(-1) ~ there is no logarithm of zero or less",
                "math.log(2, 1) ~ a division by zero",
                "math.sqrt(-1) ~ the result of math.sqrt() is not a number",
                "(-8) ** 0.5 ~ the result of ** is not a number",
                "10**999 - 10**999 ~ the result of - is not a number",
                "10**999 * 0 ~ the result of * is not a number",
                "1 << -1 ~ a shift by less than nothing",
                "1.5 << 1 ~ a shift of a number that is not whole",
                "1 << 1.5 ~ a shift of a number that is not whole",
                "round(1, 0.5) ~ round() to a number of digits",
                "round(1, 1000000000) ~ round() to a number of digits",
            })
    void whatHasNoValueIsSaid(String formula, String message) {
        assertThatThrownBy(() -> value(formula))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1<<1000000",
                "1 << 10**300",
                "10**10**10",
                "9**9**9**9**9",
                "1e999",
                "math.exp(1000)",
                "math.exp(1000) // 3",
                "round(math.exp(1000), 2)",
                "int(10**10**10)",
            })
    void whatIsTooLargeIsInfiniteAtOnce(String formula) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(value(formula)).isEqualTo(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ban.Time +* 2 ~ at character 11, '* 2': a value is expected",
                "ban.Time 2 ~ at character 10, '2': an operator is expected",
                "ban.Tme * 2 ~ at character 1, 'ban.Tme * 2': this name is not known here",
                "ban.__class__ ~ at character 1, 'ban.__class__': this name is not known here",
                "1 + os.system(1) ~ at character 5, 'os.system(1)': this function is not known",
                "__import__(1) ~ at character 1, '__import__(1)': this function is not known",
                "(1 + 2 ~ at its end: a ')' is expected",
                "1 + 2) ~ at character 6, ')': an operator is expected",
                "min(1, 2 ~ at its end: a ',' or a ')' is expected",
                "min(1) ~ at character 1, 'min(1)': min() does not take so many values: 1",
                "math.exp(1, 2) ~ at character 1, 'math.exp(1, 2)': math.exp() does not take so many values: 2",
                "math.exp() ~ at character 10, ')': a value is expected",
                "1 if 2 ~ at its end: the 'else' of this 'if' is missing",
                "if ~ at character 1, 'if': a value is expected",
                "1 + ~ at its end: a value is expected",
                "ban.Time = 3 ~ at character 10, '= 3': this is no number, name or sign of a formula",
                "float(\"inf\") ~ at character 7, '\"inf\")': this is no number, name or sign of a formula",
                "1 + 0x10 ~ at character 6, 'x10': an operator is expected",
                "lambda: 0 ~ at character 7, ': 0': this is no number, name or sign of a formula",
                "1 <> 2 ~ at character 4, '> 2': a value is expected",
            })
    void aFormulaThatCannotBeReadIsPointedInto(String formula, String message) {
        assertThatThrownBy(() -> Formula.parse(formula))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the formula cannot be read " + message)
                .hasMessageContaining("possible are ban.Time, ban.Count, banFactor, numbers, + - ")
                .hasMessageEndingWith("max(), abs(), round()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "1 + \u202e", "1 +\n\u0000 2"})
    void whatATerminalMustNotSeeIsNotShown(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula)).hasMessageMatching("[\\x20-\\x7e]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "2**", "2**-", "abs(", "1 if 1 else ", "0<(", "min(0, "})
    void aFormulaIsReadAndCalculatedInNoTimeOrRefused(String repeated) {
        for (int times : new int[] {10, 60, 400}) {
            String formula = repeated.repeat(times) + "1"
                    + (repeated.contains("<") ? "<9)" : ")").repeat(repeated.contains("(") ? times : 0);

            boolean refused = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> isRefused(formula));

            assertThat(refused).as(formula).isEqualTo(times > 10);
        }
    }

    private static boolean isRefused(String formula) {
        try {
            value(formula);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    /** What stands in the middle of a comparison counts for both sides; asked twice on each of 45 levels it would take weeks. */
    @Test
    void comparisonsWithinEachOtherAreCalculatedOnce() {
        String formula = "0<(".repeat(45) + "1" + ")<9".repeat(45);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(value(formula)).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 100_000})
    void aLongFormulaIsRefused(int length) {
        String formula = "1" + "+1".repeat((length - 1) / 2) + " ".repeat((length - 1) % 2);

        if (length <= 1000) {
            assertThat(value(formula)).isEqualTo(500);
        } else {
            assertThatThrownBy(() -> Formula.parse(formula))
                    .hasMessage("the formula has " + formula.length() + " characters; possible are at most 1000");
        }
    }
}
