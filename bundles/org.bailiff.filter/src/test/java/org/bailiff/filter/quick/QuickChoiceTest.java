// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

class QuickChoiceTest {
    private final Random random = new Random(5);

    @Test
    void leavesOutWhatCannotMatch() throws Exception {
        QuickChoice choice = choice("^Failed \\S+", "^Invalid user", "password", "^(?:Failed|Bad) pass");

        assertThat(candidates(choice, "Failed password")).containsExactly(0, 2, 3);
        assertThat(candidates(choice, "Bad password")).containsExactly(2, 3);
        assertThat(candidates(choice, "Other words")).containsExactly(2);
    }

    @Test
    void leavesOutNothingOfATextOfSeveralLines() throws Exception {
        QuickChoice choice = choice("^Failed", "^Invalid user");

        assertThat(candidates(choice, "Bad\nFailed\n")).containsExactly(0, 1);
        assertThat(candidates(choice, "Bad\n")).isEmpty();
    }

    @Test
    void keepsAllThatMatch() {
        for (int round = 0; round < 10; round++) {
            List<Regex> regexes = new ArrayList<>();
            while (regexes.size() < 70) {
                add("^" + RandomRegex.of(random), regexes);
            }
            QuickChoice choice =
                    QuickChoice.of(regexes.stream().map(Regex::quick).toList());
            for (int count = 0; count < 20; count++) {
                String line = line();
                List<Integer> candidates = candidates(choice, line);
                for (int index = 0; index < regexes.size(); index++) {
                    boolean matches =
                            !JavaAgreement.java(regexes.get(index), line).isEmpty();
                    assertThat(!matches || candidates.contains(index))
                            .as("'%s' in '%s'", regexes.get(index), line)
                            .isTrue();
                }
            }
        }
    }

    private static void add(String text, List<Regex> regexes) {
        try {
            regexes.add(Regex.of(text));
        } catch (RegexSyntaxException refused) {
            // Java does not know all that is written at random.
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            line.append("aabbcA \n".charAt(random.nextInt(8)));
        }
        return line.toString();
    }

    private static QuickChoice choice(String... texts) throws RegexSyntaxException {
        List<Optional<QuickRegex>> regexes = new ArrayList<>();
        for (String text : texts) {
            regexes.add(Regex.of(text).quick());
        }
        return QuickChoice.of(regexes);
    }

    private static List<Integer> candidates(QuickChoice choice, String line) {
        byte[] bytes = ("x" + line + "Failed").getBytes(StandardCharsets.ISO_8859_1);
        QuickText text = new QuickText();
        text.use(bytes, 1, 1 + line.length());
        List<Integer> candidates = new ArrayList<>();
        for (int next = choice.next(text, 0); next != QuickChoice.NONE; next = choice.next(text, next + 1)) {
            candidates.add(next);
        }
        return candidates;
    }
}
