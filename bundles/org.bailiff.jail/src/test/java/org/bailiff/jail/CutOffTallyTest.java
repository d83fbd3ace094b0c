// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Matcher;
import org.bailiff.jail.fakes.FakeCompiler;
import org.junit.jupiter.api.Test;

class CutOffTallyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final FakeCompiler compiler = new FakeCompiler();
    private final List<CutOff> news = new ArrayList<>();
    private final CutOffTally tally = new CutOffTally(news::add);

    private void lead(Matcher matcher, int times) {
        for (int time = 0; time < times; time++) {
            matcher.match(new LogLine("slow", NOW, true), matcher.newSession());
            tally.look(matcher, NOW);
        }
    }

    @Test
    void countsGoOnWhenTheDefinitionIsReplaced() {
        lead(compiler.matcherFor("FAIL"), 2);
        lead(compiler.matcherFor("FAIL"), 3);
        lead(compiler.matcherFor("OTHER"), 1);

        assertThat(tally.counted())
                .containsExactly(new CutOff("failregex", 1, "FAIL", 5), new CutOff("failregex", 1, "OTHER", 1));
    }

    @Test
    void itIsToldTheFirstTimeAndWheneverTheCountHasDoubled() {
        lead(compiler.matcherFor("FAIL"), 9);

        assertThat(news).extracting(CutOff::count).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void itIsNewsForTenMinutes() {
        lead(compiler.matcherFor("FAIL"), 1);

        tally.age(NOW.plusSeconds(600));
        assertThat(tally.remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("failregex 1"));
        tally.age(NOW.plusSeconds(601));
        assertThat(tally.remark()).isEmpty();
        assertThat(tally.counted()).as("it stays counted").hasSize(1);
    }

    @Test
    void aMatcherThatIsCutOffNowhereSaysNothing() {
        tally.look(compiler.matcherFor("FAIL"), NOW);

        assertThat(tally.counted()).isEmpty();
        assertThat(tally.remark()).isEmpty();
        assertThat(news).isEmpty();
    }
}
