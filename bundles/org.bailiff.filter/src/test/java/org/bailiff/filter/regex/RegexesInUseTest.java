// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegexesInUseTest {

    @Test
    void oneTextLeadsToOneObjectWhileItIsInUse() throws RegexSyntaxException {
        Regex first = Regex.of("one of a kind \\d+");

        assertThat(Regex.of("one of a kind \\d+")).isSameAs(first);
        assertThat(Regex.of("one of another kind \\d+")).isNotSameAs(first);
    }

    @Test
    void whatNobodyUsesIsForgotten() throws RegexSyntaxException {
        RegexesInUse regexes = new RegexesInUse();
        Regex used = Regex.of("used");
        regexes.add("used", used);
        for (int number = 0; number < 20_000; number++) {
            if (number % 500 == 0) {
                System.gc();
            }
            regexes.add("gone " + number, Regex.of("gone " + number));
        }

        assertThat(regexes.find("used")).containsSame(used);
        assertThat(regexes.size()).isLessThan(5_000);
    }
}
