// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.TextDefinition;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class CompiledFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static Match match(Matcher matcher, String line) {
        return matcher.match(new LogLine(line, NOW, false), matcher.newSession());
    }

    private static Failure failure(Match match) {
        assertThat(match).isInstanceOf(Match.Found.class);
        return ((Match.Found) match).failures().get(0);
    }

    @Test
    void aFailureTellsWhatItsRegexCaptured() throws FilterException {
        Matcher matcher = TextDefinition.compile(
                "[Definition]",
                "failregex = ^ other <ADDR>",
                "    ^ app: <F-USER>\\w+</F-USER> at <F-PORT>\\d+</F-PORT> from <ADDR> (?P<why>\\w+)$");

        Failure failure = failure(match(matcher, "2026-11-23 09:59:00 app: bob at 22 from ::ffff:192.0.2.7 typo"));

        assertThat(failure)
                .isEqualTo(new Failure(
                        "192.0.2.7",
                        Optional.of("192.0.2.7"),
                        Optional.of(Address.parse("192.0.2.7")),
                        Instant.parse("2026-11-23T09:59:00Z"),
                        1,
                        1,
                        List.of("bob"),
                        Map.of("user", "bob", "port", "22", "why", "typo"),
                        2));
    }

    @Test
    void thePrefixDecidesWhatTheFailregexesSee() throws FilterException {
        Matcher matcher = TextDefinition.compile(
                "[Definition]",
                "prefregex = ^ app\\[(?P<pid>\\d+)\\]: <F-CONTENT>.+</F-CONTENT>$",
                "failregex = ^bad <ADDR>$");

        assertThat(failure(match(matcher, "Nov 23 09:00:00 app[7]: bad 192.0.2.7"))
                        .captures())
                .isEqualTo(Map.of("pid", "7"));
        assertThat(match(matcher, "Nov 23 09:00:00 app: bad 192.0.2.7")).isInstanceOf(Match.Missed.class);
        assertThat(match(matcher, "Nov 23 09:00:00 app[7]: not bad 192.0.2.7")).isInstanceOf(Match.Missed.class);
    }

    @Test
    void anIgnoreregexVetoesAFailureOnly() throws FilterException {
        Matcher matcher =
                TextDefinition.compile("[Definition]", "failregex = ^bad <ADDR>", "ignoreregex = ^x", "    monitor$");

        assertThat(match(matcher, "bad 192.0.2.7 monitor")).isEqualTo(new Match.Ignored(2));
        assertThat(match(matcher, "good 192.0.2.7 monitor")).isInstanceOf(Match.Missed.class);
    }

    @Test
    void anIdStandsForTheHost() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = ^<F-ID>\\w+</F-ID> from <ADDR>$");

        Failure failure = failure(match(matcher, "token7 from 192.0.2.7"));

        assertThat(failure.id()).isEqualTo("token7");
        assertThat(failure.host()).contains("192.0.2.7");
    }

    @Test
    void aNameIsAHostWithoutAnAddress() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = ^from <HOST>$");

        assertThat(failure(match(matcher, "from host.example.org")).address()).isEmpty();
        assertThat(failure(match(matcher, "from 192.0.2.999")).address()).isEmpty();
    }

    @Test
    void anotherCaptureStandsForAMissingUser() throws FilterException {
        Matcher matcher = TextDefinition.compile(
                "[Definition]",
                "failregex = ^as <F-ALT_USER>\\w*</F-ALT_USER> from <ADDR>(?: for <F-USER>\\w*</F-USER>)?$");

        assertThat(failure(match(matcher, "as bob from 192.0.2.7")).users()).containsExactly("bob");
        assertThat(failure(match(matcher, "as bob from 192.0.2.7 for eve")).users())
                .containsExactly("eve");
        assertThat(failure(match(matcher, "as  from 192.0.2.7")).users()).isEmpty();
    }

    @Test
    void aHelperOutsideOfSessionsCountsNothing() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = ^<F-NOFAIL>hello</F-NOFAIL> <ADDR>$");

        assertThat(match(matcher, "hello 192.0.2.7")).isEqualTo(new Match.Helper(1, false));
    }

    @Test
    void aBacklogKeepsItsTimesAndAnOddStampOfAFreshLineIsNow() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = bad <ADDR>$");
        Session session = matcher.newSession();

        assertThat(time(matcher, session, "2026-11-22 10:00:00 bad 192.0.2.7", NOW, false))
                .isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(time(matcher, session, "2026-11-23 09:59:00 bad 192.0.2.7", NOW, true))
                .isEqualTo(Instant.parse("2026-11-23T09:59:00Z"));
        assertThat(time(matcher, session, "2026-11-23 09:58:59 bad 192.0.2.7", NOW, true))
                .isEqualTo(NOW);
        assertThat(time(matcher, session, "2026-11-23 10:01:01 bad 192.0.2.7", NOW, true))
                .isEqualTo(NOW);
    }

    @Test
    void aLineWithoutADateTakesTheLastOneIfThatIsNotOld() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = bad <ADDR>$");
        Session session = matcher.newSession();
        Instant stamp = Instant.parse("2026-11-23T09:59:50Z");

        assertThat(time(matcher, session, "bad 192.0.2.7", NOW, true)).isEqualTo(NOW);
        time(matcher, session, "2026-11-23 09:59:50 bad 192.0.2.7", NOW, true);
        assertThat(time(matcher, session, "bad 192.0.2.7", stamp.plusSeconds(59), true))
                .isEqualTo(stamp);
        assertThat(time(matcher, session, "bad 192.0.2.7", stamp.plusSeconds(60), true))
                .isEqualTo(stamp.plusSeconds(60));
        assertThat(time(matcher, session, "bad 192.0.2.7", stamp.plus(Duration.ofDays(1)), false))
                .isEqualTo(stamp);
    }

    private static Instant time(Matcher matcher, Session session, String line, Instant arrival, boolean fresh) {
        return failure(matcher.match(new LogLine(line, arrival, fresh), session))
                .time();
    }

    @Test
    void aLongHarmlessLineIsReadToItsEnd() throws FilterException {
        CompiledFilter matcher = (CompiledFilter)
                TextDefinition.compile("[Definition]", "failregex = path=\\S* from <ADDR>$", "    is <ADDR>$");

        Match match = match(matcher, "a1 ".repeat(512) + "2026-11-23 09:00:00 is 192.0.2.7");

        assertThat(failure(match).time()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(matcher.cutOffs()).isEmpty();
    }

    private static CompiledFilter costlyFilter() throws FilterException {
        return (CompiledFilter) TextDefinition.compile(
                "[Definition]",
                "failregex = ^.*.*.*.*b <ADDR>$",
                "    ^(?:a|aa)+ to <ADDR>",
                "    ^a+ not b \\S+ to from <ADDR>$");
    }

    @Test
    void aHostileLineEndsInABoundedNumberOfSteps() throws FilterException {
        CompiledFilter matcher = costlyFilter();

        Match match = match(matcher, "a".repeat(64 * 1024) + " not b \u00e9 to from 192.0.2.7");

        // Those that were led astray are cut off; the one that can say what the line is still does.
        assertThat(failure(match).regex()).isEqualTo(3);
        assertThat(matcher.cutOffs())
                .extracting(CutOff::number, CutOff::count)
                .containsExactly(tuple(1, 1L), tuple(2, 1L));
    }

    @Test
    void aHostileLineOfAsciiIsReadToItsEnd() throws FilterException {
        CompiledFilter matcher = costlyFilter();

        Match match = match(matcher, "a".repeat(64 * 1024) + " not b e to from 192.0.2.7");

        assertThat(failure(match).regex()).isEqualTo(3);
        assertThat(matcher.cutOffs()).isEmpty();
    }

    @Test
    void anIgnoreregexSeesWhatTheFailregexesSee() throws FilterException {
        Matcher matcher = TextDefinition.compile(
                "[Definition]",
                "prefregex = ^ app: <F-CONTENT>.+</F-CONTENT>$",
                "failregex = ^bad <ADDR>",
                "ignoreregex = ^bad .* known$");

        assertThat(match(matcher, "2026-11-23 09:59:00 app: bad 192.0.2.7 known"))
                .isEqualTo(new Match.Ignored(1));
        assertThat(match(matcher, "2026-11-23 09:59:00 app: bad 192.0.2.7")).isInstanceOf(Match.Found.class);
    }

    @Test
    void ignoreregexesThatAreFarFewerAreTriedFirst() throws FilterException {
        String few = "failregex = ^ a <ADDR>\n    ^ b <ADDR>\n    ^ c <ADDR>";
        Matcher after = TextDefinition.compile("[Definition]", few, "ignoreregex = ^ hello$");
        Matcher first = TextDefinition.compile("[Definition]", few + "\n    ^ d <ADDR>", "ignoreregex = ^ hello$");

        assertThat(match(after, "2026-11-23 09:59:00 hello")).isEqualTo(new Match.Missed());
        assertThat(match(first, "2026-11-23 09:59:00 hello")).isEqualTo(new Match.Ignored(1));
    }

    @Test
    void theEndOfTheLineCanBeMatched() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = ^ bad <ADDR>\\s");

        assertThat(match(matcher, "2026-11-23 09:59:00 bad 192.0.2.7")).isInstanceOf(Match.Found.class);
    }

    @Test
    void aLineWhoseTimeIsKnownKeepsItsDate() throws FilterException {
        Matcher matcher = TextDefinition.compile("[Definition]", "failregex = ^2020-01-01 00:00:00 bad <ADDR>$");
        Instant stamp = Instant.parse("2026-11-23T09:58:00Z");
        LogLine line = new LogLine("2020-01-01 00:00:00 bad 192.0.2.7", NOW, false, Optional.of(stamp));

        assertThat(failure(matcher.match(line, matcher.newSession())).time()).isEqualTo(stamp);
    }

    @Test
    void aTraceTellsTheWayToTheVerdict() throws FilterException {
        Matcher matcher = TextDefinition.compile(
                "[Definition]", "failregex = ^ worse <ADDR>$", "    ^ bad <ADDR>$", "ignoreregex = known$");
        LogLine line = new LogLine("2026-11-23 09:59:00 bad 192.0.2.7", NOW, false);

        Trace trace = matcher.trace(line, matcher.newSession());

        assertThat(trace.date().orElseThrow().written()).isEqualTo("2026-11-23 09:59:00");
        assertThat(trace.time()).isEqualTo(Instant.parse("2026-11-23T09:59:00Z"));
        assertThat(trace.searches())
                .extracting(Trace.Search::key, Trace.Search::number, Trace.Search::outcome)
                .containsExactly(
                        tuple("failregex", 1, Trace.Outcome.MISSED),
                        tuple("failregex", 2, Trace.Outcome.MATCHED),
                        tuple("ignoreregex", 1, Trace.Outcome.MISSED));
        assertThat(trace.match()).isInstanceOf(Match.Found.class);
    }
}
