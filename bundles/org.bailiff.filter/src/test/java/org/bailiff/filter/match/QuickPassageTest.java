// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quick way leads where the plain one does, which {@code trace} goes. */
class QuickPassageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final List<String> LINES = List.of(
            "Nov 23 09:59:58 gate door[17]: wrong bob from 192.0.2.7",
            "Nov 23 09:59:58 gate door[17]: wrong eve from 2001:DB8:0::7 port 22",
            "Nov 23 09:59:59 gate door[18]: tried bob",
            "Nov 23 09:59:59 gate door[18]: hello from 192.0.2.8",
            "Nov 23 09:59:59 gate door[18]: bye",
            "Nov 23 09:59:59 gate door[19]: welcome bob from 192.0.2.9",
            "Nov 23 09:59:59 gate door[20]: asked alt=carl also=dora for eve from 192.0.2.9",
            "Nov 23 09:59:59 gate door[21]: wrong friend from 192.0.2.9",
            "Feb 30 09:59:59 gate door[21]: wrong bob from 192.0.2.9",
            "[2026-11-23T09:59:59.5+01:00] gate door[22]: wrong bob from host.example.com",
            "Mon Nov 23 09:59:59.125 2026 gate door[22]: net 192.0.2.0/24",
            "gate door[23]: wrong bob from 192.0.2.7",
            "gate door[23]: wrong bob from 192.0.2.7 Nov 23 09:50:00",
            "Nov 23 09:59:59 gate cron[24]: nothing",
            "1700000000 gate door[25]: wrong bob from 192.0.2.7",
            "");
    private static final String PIECES = " :[]().,/+-0123459JanNovTZabdefgoruwx\t\u0000\u00e9";

    private CompiledFilter filter;
    private LineSession quick;
    private LineSession plain;

    @BeforeEach
    void compile() throws FilterException {
        filter = (CompiledFilter) TextDefinition.compile(
                "[Definition]",
                "prefregex = ^<F-MLFID>\\s*\\S+ door\\[\\d+\\]</F-MLFID>: <F-CONTENT>.+</F-CONTENT>$",
                "failregex = ^wrong <F-USER>\\w+</F-USER> from <HOST>(?: port <F-PORT>\\d+\\s*</F-PORT>)?\\s*$",
                "    ^<F-NOFAIL>tried</F-NOFAIL> <F-USER>\\w*</F-USER>$",
                "    ^<F-NOFAIL>hello</F-NOFAIL> from <ADDR>$",
                "    ^<F-MLFFORGET>bye</F-MLFFORGET>$",
                "    ^<F-MLFFORGET><F-MLFGAINED>welcome</F-MLFGAINED></F-MLFFORGET> <F-USER>\\w+</F-USER> from <ADDR>",
                "    ^asked alt=<F-ALT_USER>\\w*</F-ALT_USER> also=<F-TUPLE_USER1>\\w*</F-TUPLE_USER1>.* from <ADDR>$",
                "    ^net <SUBNET>",
                "ignoreregex = friend");
        quick = (LineSession) filter.newSession();
        plain = (LineSession) filter.newSession();
    }

    private static LogLine line(String text, Instant arrival) {
        return new LogLine(text, arrival, arrival.getNano() != 0);
    }

    private Match agreed(String text, Instant arrival) {
        Match match = filter.match(line(text, arrival), quick);
        assertThat(match)
                .as(text)
                .isEqualTo(filter.trace(line(text, arrival), plain).match());
        assertThat(quick.text()).as(text).isEqualTo(plain.text());
        return match;
    }

    @Test
    void bothWaysComeToTheSame() {
        for (String text : LINES) {
            agreed(text, NOW);
        }

        assertThat(agreed(LINES.get(0), NOW)).isInstanceOf(Match.Found.class);
        assertThat(agreed(LINES.get(2), NOW)).isInstanceOf(Match.Helper.class);
        assertThat(agreed(LINES.get(7), NOW)).isEqualTo(new Match.Ignored(1));
        assertThat(agreed(LINES.get(13), NOW)).isEqualTo(new Match.Missed());
    }

    @Test
    void bothWaysComeToTheSameOnChangedLinesInAnyOrder() {
        long seed = Long.getLong("bailiff.seed", System.nanoTime());
        Random random = new Random(seed);
        int found = 0;
        for (int count = 0; count < 20_000; count++) {
            String text = changed(LINES.get(random.nextInt(LINES.size())), random);
            Instant arrival = NOW.plusMillis(random.nextInt(3) * 500L);

            found += agreed(text + (random.nextInt(50) == 0 ? " seed " + seed : ""), arrival) instanceof Match.Found
                    ? 1
                    : 0;
        }
        assertThat(found).as("seed " + seed).isGreaterThan(1000);
    }

    private static String changed(String line, Random random) {
        StringBuilder changed = new StringBuilder(line);
        for (int count = random.nextInt(3); count > 0 && changed.length() > 0; count--) {
            int at = random.nextInt(changed.length());
            if (random.nextBoolean()) {
                changed.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
            } else {
                changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    @Test
    void aLineIsAPartOfABuffer() {
        byte[] buffer = ("x" + LINES.get(0) + "\n" + LINES.get(1)).getBytes(StandardCharsets.US_ASCII);
        int end = LINES.get(0).length() + 1;

        assertThat(of(buffer, 1, end, Optional.empty())).isEqualTo(agreed(LINES.get(0), NOW));
        assertThat(of(buffer, end + 1, buffer.length, Optional.empty())).isEqualTo(agreed(LINES.get(1), NOW));
    }

    @Test
    void aCharsetThatWritesAsciiOtherwiseIsLeftToThePlainWay() {
        Charset wide = StandardCharsets.UTF_16BE;
        byte[] buffer = LINES.get(0).getBytes(wide);

        assertThat(of(buffer, 0, buffer.length, Optional.of(wide))).isEqualTo(agreed(LINES.get(0), NOW));
    }

    @Test
    void aSearchThatTakesTooLongIsLeftToThePlainWay() {
        String hostile = "Nov 23 09:59:59 gate door[21]: asked alt= also=" + " from 1.1.1.1".repeat(4000) + "x";

        assertThat(agreed(hostile, NOW)).isEqualTo(new Match.Missed());
    }

    private Match of(byte[] buffer, int start, int end, Optional<Charset> charset) {
        return filter.match(LogLine.of(buffer, start, end, charset, NOW, false, Optional.empty()), quick);
    }

    @Test
    void onlyWhatIsNotAsciiIsLeftToThePlainWay() {
        QuickRules rules = filter.quick().orElseThrow();

        assertThat(LINES).allMatch(text -> quick.passage().match(rules, line(text, NOW)) != null);
        assertThat(quick.passage().match(rules, line(LINES.get(0) + "\u00e9", NOW)))
                .isNull();
        assertThat(quick.passage().match(rules, line("a\nb", NOW))).isNull();
    }
}
