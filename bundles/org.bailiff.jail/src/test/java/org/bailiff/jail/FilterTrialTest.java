// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Sieve;
import org.bailiff.jail.fakes.FakeCompiler;
import org.bailiff.jail.fakes.WordDefinition;
import org.junit.jupiter.api.Test;

class FilterTrialTest {
    private static final FilterOptions PLAIN = FilterOptions.plain(ZoneOffset.UTC);
    private static final FilterDefinition GOOD = new WordDefinition("sshd", "FAIL");
    private static final FilterDefinition BAD = new WordDefinition("sshd", "bad");

    private final CountingCompiler compiler = new CountingCompiler();
    private final FilterTrial trial = new FilterTrial();

    /** Remembers what it compiled. */
    private static final class CountingCompiler implements FilterCompiler {
        private final FilterCompiler language = new FakeCompiler();
        private final List<FilterDefinition> compiled = new ArrayList<>();

        @Override
        public Matcher compile(FilterDefinition definition, FilterOptions options) throws FilterException {
            compiled.add(definition);
            return language.compile(definition, options);
        }

        @Override
        public Sieve combine(List<Matcher> matchers) {
            return language.combine(matchers);
        }
    }

    @Test
    void whatWasTriedIsTakenWithoutCompilingItAgain() throws Exception {
        assertThat(trial.refusal(compiler, GOOD, PLAIN)).isEmpty();

        assertThat(trial.take(compiler, GOOD, PLAIN)).isNotNull();

        assertThat(compiler.compiled).hasSize(1);
    }

    @Test
    void noTwoTakeTheSameMatcherForItCountsForOneJail() throws Exception {
        assertThat(trial.take(compiler, GOOD, PLAIN)).isNotSameAs(trial.take(compiler, GOOD, PLAIN));
    }

    @Test
    void askedAgainItAnswersFromMemory() {
        for (int question = 0; question < 3; question++) {
            assertThat(trial.refusal(compiler, BAD, PLAIN)).isPresent();
        }

        assertThat(compiler.compiled).hasSize(1);
    }

    @Test
    void whatWasTriedWithOtherOptionsDoesNotCount() throws Exception {
        trial.refusal(compiler, GOOD, PLAIN);
        FilterOptions others = new FilterOptions(Map.of("match", "x"), Map.of(), ZoneOffset.UTC);

        assertThat(trial.take(compiler, GOOD, others).rules().journalMatches()).containsExactly("x");
    }

    @Test
    void whatIsWrongCannotBeTaken() {
        assertThatThrownBy(() -> trial.take(compiler, BAD, PLAIN))
                .isInstanceOf(FilterException.class)
                .hasMessage("filter.d/sshd.conf:1: failregex: this cannot be; write a word");
    }
}
