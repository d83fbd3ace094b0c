// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

class PumpsTest {

    @Test
    void aLoopIsLedToAndFedWithWhatItTakesAndWhatFollows() throws RegexSyntaxException {
        assertThat(Pumps.of(Regex.of("^user (?:\\w+|\\d-)*x from y$").tree()))
                .allMatch(pump -> pump.before().startsWith("user "))
                .extracting(Pump::food)
                .contains("a", "1-", "ax from y");
    }

    @Test
    void loopsSideBySideAreFedTogether() throws RegexSyntaxException {
        assertThat(Pumps.of(Regex.of("^\\S+: .+;").tree()))
                .extracting(Pump::food)
                .contains("a: a");
    }

    @Test
    void aRegexWithoutLongLoopsHasNone() throws RegexSyntaxException {
        assertThat(Pumps.of(Regex.of("^a?b{1,3}(?:c|d)$").tree())).isEmpty();
    }

    @Test
    void aLineIsAsLongAsItMayBe() {
        assertThat(new Pump("ab", "cde", "f").line(10)).isEqualTo("abcdecdef");
        assertThat(new Pump("ab", "cde", "f").line(1)).isEqualTo("abf");
    }

    @Test
    void anExampleGoesThroughWhatItIsAskedTo() throws RegexSyntaxException {
        Regex regex = Regex.of("^(?P<x>a)?(?(x)b|c)(?:d|e+)(?P=x)?$");

        assertThat(Example.of(regex.tree())).isEqualTo("cd");
        assertThat(Pumps.of(regex.tree())).extracting(Pump::before).containsOnly("c");
    }
}
