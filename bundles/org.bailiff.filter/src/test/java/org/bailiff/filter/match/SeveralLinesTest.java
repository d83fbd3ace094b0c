// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

/** Failregexes that see several lines at once. */
class SeveralLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Matcher matcher;
    private Session session;

    private void compile(String maxLines, String failRegex) throws FilterException {
        matcher = TextDefinition.compile(
                "[Definition]", "datepattern = {NONE}", "maxlines = " + maxLines, "failregex = " + failRegex);
        session = matcher.newSession();
    }

    private String match(String line) {
        Match match = matcher.match(new LogLine(line, NOW, true), session);
        return match instanceof Match.Found found ? found.failures().get(0).id() : "nothing";
    }

    @Test
    void aMatchMayLeaveLinesOut() throws FilterException {
        compile("5", "^(?P<who>\\w+): bad$<SKIPLINES>^(?P=who): from <ADDR>$");

        assertThat(match("a: bad")).isEqualTo("nothing");
        assertThat(match("b: bad")).isEqualTo("nothing");
        assertThat(match("a: from 192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(match("b: from 192.0.2.8"))
                .as("what was left out counts by itself")
                .isEqualTo("192.0.2.8");
        assertThat(match("a: from 192.0.2.7")).as("a line counts once").isEqualTo("nothing");
    }

    @Test
    void linesFurtherBackAreForgotten() throws FilterException {
        compile("2", "^bad$<SKIPLINES>^from <ADDR>$");

        match("bad");
        match("something else");

        assertThat(match("from 192.0.2.7")).isEqualTo("nothing");
    }

    @Test
    void theyAreRememberedThroughARestart() throws FilterException {
        compile("3", "^bad$<SKIPLINES>^from <ADDR>$");

        match("bad");
        session = matcher.restoreSession(session.text());

        assertThat(match("from 192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void longLinesDoNotFillTheMemory() throws FilterException {
        compile("100", "^bad$<SKIPLINES>^from <ADDR>$");

        for (int count = 0; count < 100; count++) {
            match("x".repeat(64 * 1024));
        }

        assertThat(session.text().length()).isLessThan(2 * LineWindow.LONGEST);
    }

    @Test
    void noSieveMayLeaveALineOut() throws FilterException {
        compile("2", "^bad\\n^from <ADDR>$");

        assertThat(matcher.needsEveryLine()).isTrue();
        assertThat(matcher.rules().maxLines()).isEqualTo(2);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> compile("many", "^bad <ADDR>$"))
                .hasMessageStartingWith("test.conf:3: maxlines 1: 'many' is not a number of lines from 1 to 100");
    }
}
