// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.TextDefinition;
import org.bailiff.text.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions as fail2ban counts them: of a definition that does not say what a session as a whole is worth. */
class LinesOfSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Matcher matcher;
    private Session session;

    @BeforeEach
    void compile() throws FilterException {
        matcher = TextDefinition.compile(
                "[Definition]",
                "datepattern = {NONE}",
                "prefregex = ^<F-MLFID>\\w+</F-MLFID>: <F-CONTENT>.+</F-CONTENT>$",
                "failregex = ^<F-NOFAIL>tried</F-NOFAIL> <F-USER>\\w+</F-USER>(?: from <ADDR>)?$",
                "    ^wrong <F-USER>\\w+</F-USER>(?: from <HOST>)?$",
                "    ^<F-MLFGAINED><F-MLFFORGET>welcome</F-MLFFORGET></F-MLFGAINED> <F-USER>\\w+</F-USER>(?: from <ADDR>)?$",
                "    ^<F-NOFAIL><F-MLFFORGET>bye</F-MLFFORGET></F-NOFAIL>(?: from <ADDR>)?$");
        session = matcher.newSession();
    }

    private Match match(String line) {
        return matcher.match(new LogLine(line, NOW, true), session);
    }

    private Failure found(String line) {
        Match match = match(line);
        assertThat(match).as(line).isInstanceOf(Match.Found.class);
        return ((Match.Found) match).failures().get(0);
    }

    @Test
    void helpersAreToldOfWithTheFailureAfterThem() {
        match("a: tried bob from 192.0.2.7");
        match("a: tried bob");

        Failure failure = found("a: wrong bob");

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.lines()).isEqualTo(3);
        assertThat(found("a: wrong bob").lines()).isEqualTo(1);
    }

    @Test
    void aSecondUserMakesAFailureOfAHelper() {
        match("a: tried bob from 192.0.2.7");

        Failure failure = found("a: tried eve");

        assertThat(failure.users()).containsExactly("bob", "eve");
        assertThat(failure.lines()).isEqualTo(2);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void aFailureOfNobodyKnownIsPending() {
        assertThat(match("a: wrong bob")).isEqualTo(new Match.Helper(2, true));
        assertThat(match("a: wrong bob")).isEqualTo(new Match.Helper(2, true));

        assertThat(found("a: bye from 192.0.2.7").attempts()).isEqualTo(2);
        assertThat(match("a: wrong bob")).isEqualTo(new Match.Helper(2, true));
    }

    @Test
    void whoGainsAccessIsForgivenWhatIsPending() {
        match("a: wrong bob");

        assertThat(match("a: welcome bob from 192.0.2.7"))
                .isEqualTo(new Match.Helper(
                        3, false, Optional.of(new Match.Gain("192.0.2.7", Address.tryParse("192.0.2.7"), NOW))));
    }

    @Test
    void whoGainsAccessWithAnotherNameIsNot() {
        match("a: tried bob");

        assertThat(found("a: welcome eve from 192.0.2.7").lines()).isEqualTo(2);
    }

    @Test
    void aNameDoesNotOverruleAnAddress() {
        match("a: tried bob from 192.0.2.7");

        assertThat(found("a: wrong bob from mail.example.org").id()).isEqualTo("192.0.2.7");
    }

    @Test
    void itSurvivesARestart() {
        match("a: tried bob from 192.0.2.7");
        match("b: wrong bob");

        session = matcher.restoreSession(session.text());

        assertThat(found("a: wrong bob").lines()).isEqualTo(2);
        assertThat(found("b: bye from 192.0.2.8").lines()).isEqualTo(2);
    }
}
