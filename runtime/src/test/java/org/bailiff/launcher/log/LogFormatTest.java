// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormatTest {
    private static final LogFormat PLAIN = new LogFormat(ZoneOffset.UTC, false, false);

    @Test
    void aBanReadsAsInFail2ban() {
        assertThat(PLAIN.format(entry(Level.INFO, "[sshd] Ban 192.0.2.1")))
                .isEqualTo("2026-11-23 02:20:22,123 bailiff: INFO [sshd] Ban 192.0.2.1\n");
    }

    @Test
    void anotherProjectsLoggerIsNamed() {
        LogRecord entry = entry(Level.WARNING, "no such service");
        entry.setLoggerName("org.apache.felix.scr");

        assertThat(PLAIN.format(entry)).endsWith("bailiff: WARNING [org.apache.felix.scr] no such service\n");
    }

    @Test
    void aThrowableStaysOnTheLineUnlessDebugging() {
        LogRecord entry = entry(Level.SEVERE, "cannot go on");
        entry.setThrown(new IllegalStateException("two\nlines"));

        assertThat(PLAIN.format(entry))
                .endsWith("ERROR cannot go on (java.lang.IllegalStateException: two\\u000alines)\n")
                .hasLineCount(1);
        assertThat(new LogFormat(ZoneOffset.UTC, false, true).format(entry))
                .contains("ERROR [org.bailiff.jail.Jail] cannot go on")
                .contains("\n    at " + LogFormatTest.class.getName());
    }

    @Test
    void anAttackersTextForgesNoLineAndMovesNoCursor() {
        assertThat(PLAIN.format(entry(Level.INFO, "user a\n2026 bailiff: INFO [sshd] Unban\u001b[2J\u2028")))
                .endsWith("INFO user a\\u000a2026 bailiff: INFO [sshd] Unban\\u001b[2J\\u2028\n")
                .hasLineCount(1);
    }

    @Test
    void theJournalIsToldThePriorityOfEveryLine() {
        LogFormat journal = new LogFormat(ZoneOffset.UTC, true, true);
        LogRecord thrown = entry(Level.SEVERE, "cannot go on");
        thrown.setThrown(new IllegalStateException());

        assertThat(journal.format(thrown).lines()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("<3>"));
        assertThat(journal.format(entry(Level.WARNING, "w"))).startsWith("<4>2026-11-23 ");
        assertThat(journal.format(entry(Level.INFO, "i"))).startsWith("<6>");
        assertThat(journal.format(entry(Level.FINE, "d"))).startsWith("<7>").contains("DEBUG");
        assertThat(journal.format(entry(Level.FINEST, "t"))).startsWith("<7>").contains("TRACE");
    }

    private static LogRecord entry(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("org.bailiff.jail.Jail");
        entry.setInstant(Instant.parse("2026-11-23T02:20:22.123Z"));
        return entry;
    }
}
