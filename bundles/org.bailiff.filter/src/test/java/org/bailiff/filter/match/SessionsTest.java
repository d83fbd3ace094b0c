// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that belong to one connection. */
class SessionsTest {
    private Matcher matcher;
    private Session session;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @BeforeEach
    void compile() throws FilterException {
        matcher = TextDefinition.compile(
                "[Definition]",
                "datepattern = {NONE}",
                "prefregex = ^<F-MLFID>\\w+</F-MLFID>: <F-CONTENT>.+</F-CONTENT>$",
                "failregex = ^<F-NOFAIL>connect</F-NOFAIL> from <ADDR>$",
                "    ^wrong password(?: for <F-USER>\\w+</F-USER>)?(?: from <ADDR>)?$",
                "    ^<F-MLFONCE>refused</F-MLFONCE>(?: from <ADDR>)?$",
                "    ^<F-MLFGAINED>welcome</F-MLFGAINED> <F-USER>\\w+</F-USER>$",
                "    ^<F-NOFAIL><F-MLFFORGET>bye</F-MLFFORGET></F-NOFAIL>(?: from <ADDR>)?$");
        session = matcher.newSession();
    }

    private Match match(String line) {
        return matcher.match(new LogLine(line, now, true), session);
    }

    private void isHelper(String line) {
        assertThat(match(line)).as(line).isInstanceOf(Match.Helper.class);
    }

    private Failure found(String line) {
        Match match = match(line);
        assertThat(match).as(line).isInstanceOf(Match.Found.class);
        return ((Match.Found) match).failures().get(0);
    }

    @Test
    void aHelperTellsWhoItIs() {
        isHelper("a: connect from 192.0.2.7");

        assertThat(found("a: wrong password for bob").id()).isEqualTo("192.0.2.7");
    }

    @Test
    void failuresArePendingUntilItIsKnownWhoItIs() {
        isHelper("a: wrong password for bob");
        isHelper("a: wrong password for eve");

        Failure failure = found("a: bye from 192.0.2.7");

        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure.users()).containsExactly("bob", "eve");
    }

    @Test
    void sessionsDoNotMix() {
        isHelper("a: connect from 192.0.2.7");
        isHelper("b: connect from 192.0.2.8");

        assertThat(found("a: wrong password").id()).isEqualTo("192.0.2.7");
        assertThat(found("b: wrong password").id()).isEqualTo("192.0.2.8");
    }

    @Test
    void aLineThatNamesAnotherAddressIsOfAnotherClientWhateverItsKey() {
        found("a: refused from 192.0.2.7");

        Failure other = found("a: refused from 2001:db8::8");

        assertThat(other.id()).isEqualTo("2001:db8::8");
        assertThat(found("a: wrong password from 192.0.2.7").id()).isEqualTo("192.0.2.7");
    }

    @Test
    void aForgottenSessionTellsNothingAnyMore() {
        isHelper("a: connect from 192.0.2.7");
        isHelper("a: bye");

        isHelper("a: wrong password");
    }

    @Test
    void accessGainedForgivesPendingFailuresOfOneUser() {
        isHelper("a: wrong password for bob");
        isHelper("a: welcome bob");

        isHelper("a: bye from 192.0.2.7");
    }

    @Test
    void accessGainedDoesNotForgiveWhoTriedSeveralUsers() {
        isHelper("a: wrong password for bob");
        isHelper("a: wrong password for eve");
        isHelper("a: welcome mallory");

        assertThat(found("a: bye from 192.0.2.7").attempts()).isEqualTo(2);
    }

    @Test
    void aSessionThatFailedAsAWholeCountsOnceWithItsFirstAttempt() {
        found("a: refused from 192.0.2.7");
        isHelper("a: wrong password");
        found("a: wrong password");
        isHelper("a: refused");
    }

    @Test
    void aKeyIsAnothersAfterALongSilence() {
        isHelper("a: connect from 192.0.2.7");
        now = now.plus(Connections.LONGEST_SILENCE).plusSeconds(1);

        isHelper("a: wrong password");
    }

    @Test
    void theSessionThatWasSilentLongestIsPushedOut() {
        isHelper("first: connect from 192.0.2.7");
        isHelper("second: connect from 192.0.2.8");
        for (int count = 2; count < Connections.MOST; count++) {
            isHelper("s" + count + ": connect from 192.0.2.9");
        }
        isHelper("first: connect from 192.0.2.7");
        isHelper("last: connect from 192.0.2.9");

        assertThat(found("first: wrong password").id()).isEqualTo("192.0.2.7");
        isHelper("second: wrong password");
    }

    @Test
    void aSessionSurvivesARestart() {
        isHelper("a: wrong password for bob");
        isHelper("b: connect from 192.0.2.8");
        isHelper("b: welcome bob");
        isHelper("c: wrong password");

        session = matcher.restoreSession(session.text());

        assertThat(found("a: bye from 192.0.2.7").users()).containsExactly("bob");
        assertThat(found("b: wrong password").id()).isEqualTo("192.0.2.8");
        assertThat(found("c: bye from 192.0.2.9").attempts()).isEqualTo(1);
    }

    @Test
    void theTextIsOneLineWhateverTheSessionHolds() throws FilterException {
        matcher = TextDefinition.compile(
                "[Definition]", "datepattern = {NONE}", "failregex = (?s)^<F-MLFID>.</F-MLFID>:<F-USER>.*</F-USER>$");
        session = matcher.newSession();
        isHelper("a:x\n y,z%25 \u2028 \ud800");

        assertThat(session.text()).doesNotContain("\n", "\u2028", "y,z");
        assertThat(matcher.restoreSession(session.text()).text()).isEqualTo(session.text());
    }

    @Test
    void whatIsNotOursIsAnEmptySession() {
        for (String text : List.of("", "session-0 x", "session-1", "session-1 - a", "session-1 x", "\u0000")) {
            assertThat(matcher.restoreSession(text).text()).isEmpty();
        }
    }

    @Test
    void anEmptySessionIsNoText() {
        assertThat(matcher.newSession().text()).isEmpty();
    }
}
