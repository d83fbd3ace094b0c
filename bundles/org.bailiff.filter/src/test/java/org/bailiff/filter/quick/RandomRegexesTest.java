// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

/** Whatever regex it is: what the quick form tells, Java tells too. */
class RandomRegexesTest {
    private static final int REGEXES = Integer.getInteger("bailiff.regexes", 3000);
    private static final int TEXTS = 12;
    private static final String LETTERS = "aaabbbccAB  \n_-";

    private final Random random = new Random(Long.getLong("bailiff.seed", 11));
    private final JavaAgreement agreement = new JavaAgreement();
    private int compared;
    private int matched;
    private int gaveUp;

    @Test
    void findWhatJavaFinds() {
        for (int count = 0; count < REGEXES; count++) {
            quickOf(RandomRegex.of(random)).ifPresent(this::compare);
        }

        assertThatMuchWasCompared();
    }

    @Test
    void findWhatJavaFindsWhereTheyAskForAGroup() {
        for (int count = 0; count < REGEXES; count++) {
            quickOf(RandomRegex.withCondition(random)).ifPresent(this::compare);
        }

        assertThatMuchWasCompared();
    }

    private void assertThatMuchWasCompared() {
        assertThat(compared).as("texts compared").isGreaterThan(REGEXES * TEXTS / 2);
        assertThat(matched).as("of them, with a match").isGreaterThan(compared / 8);
        assertThat(gaveUp).as("of them, given up").isLessThan(compared / 100);
    }

    /** Java knows no look-behind without a bound, and no possessive class of some; these are left out. */
    private static Optional<Regex> quickOf(String text) {
        try {
            Regex regex = Regex.of(text);
            return regex.quick().map(quick -> regex);
        } catch (RegexSyntaxException refused) {
            return Optional.empty();
        }
    }

    private void compare(Regex regex) {
        int groups = regex.pattern().matcher("").groupCount();
        for (int count = 0; count < TEXTS; count++) {
            if (count == TEXTS / 2) {
                // From now on as a class of its own.
                regex.quick().orElseThrow().link();
            }
            String line = line();
            List<Integer> quick = agreement.quick(regex.quick().orElseThrow(), groups, line);
            compared++;
            if (quick == null) {
                gaveUp++;
                continue;
            }
            assertThat(quick)
                    .as("'%s' (%s) in '%s'", regex, regex.pattern(), line.replace("\n", "\\n"))
                    .isEqualTo(JavaAgreement.java(regex, line));
            matched += quick.isEmpty() ? 0 : 1;
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return line.append(random.nextBoolean() ? "\n" : "").toString();
    }
}
