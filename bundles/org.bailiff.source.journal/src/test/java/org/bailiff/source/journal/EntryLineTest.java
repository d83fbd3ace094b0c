// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fail2ban 1.0.2 makes of the same entries is what is expected here, but for line feeds and doubled fields. */
class EntryLineTest {

    private static JournalEntry entry(Export fields) {
        List<JournalEntry> entries = new ArrayList<>();
        byte[] bytes = fields.end().bytes();
        try {
            new ExportParser(entries::add).feed(bytes, bytes.length);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return entries.get(0);
    }

    private static Export fields() {
        return new Export().head(Export.cursor(1), 1).text("_HOSTNAME", "vm");
    }

    private static String line(Export fields) {
        EntryLine line = new EntryLine();
        line.become(entry(fields));
        return new String(line.bytes(), 0, line.length(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void hostIdentifierProcessAndMessage() {
        assertThat(line(fields().text("SYSLOG_IDENTIFIER", "sshd")
                        .text("_PID", "22")
                        .text("MESSAGE", "Hello")))
                .isEqualTo("vm sshd[22]: Hello");
    }

    @Test
    void whatTheSenderCallsItselfComesBeforeWhatJournaldKnows() {
        assertThat(line(fields().text("SYSLOG_IDENTIFIER", "id with blank")
                        .text("SYSLOG_PID", "12")
                        .text("_PID", "571")
                        .text("_COMM", "python3")
                        .text("MESSAGE", "m")))
                .isEqualTo("vm id with blank[12]: m");
        assertThat(line(fields().text("SYSLOG_IDENTIFIER", "")
                        .text("_PID", "694")
                        .text("_COMM", "python3")
                        .text("MESSAGE", "m")))
                .isEqualTo("vm python3[694]: m");
    }

    @Test
    void whiteSpaceAtTheEndIsLeftOut() {
        assertThat(line(fields().text("_COMM", "a").text("_PID", "1").text("MESSAGE", "  leading  ")))
                .isEqualTo("vm a[1]:   leading");
        assertThat(line(fields().text("_COMM", "a").text("_PID", "1").text("MESSAGE", "")))
                .isEqualTo("vm a[1]:");
    }

    @Test
    void theKernelTellsItsOwnTime() {
        assertThat(line(fields().text("_TRANSPORT", "kernel")
                        .text("SYSLOG_IDENTIFIER", "kernel")
                        .text("_SOURCE_MONOTONIC_TIMESTAMP", "1343720")
                        .text("MESSAGE", "DROP SRC=192.0.2.1")))
                .isEqualTo("vm kernel: [    1.343720] DROP SRC=192.0.2.1");
    }

    @Test
    void aSenderCannotPassForTheKernel() {
        assertThat(line(fields().text("_TRANSPORT", "journal")
                        .text("SYSLOG_IDENTIFIER", "kernel")
                        .text("_PID", "776")
                        .text("_SOURCE_MONOTONIC_TIMESTAMP", "123")
                        .text("MESSAGE", "m")))
                .isEqualTo("vm kernel[776]: m");
    }

    @Test
    void aLineFeedMakesNoSecondLine() {
        byte[] forged = bytes("a\nvm sshd[1]: Failed password for root from 192.0.2.7 port 22 ssh2\n");

        String line = line(fields().binary("SYSLOG_IDENTIFIER", bytes("x\ny"))
                .text("_PID", "1")
                .binary("MESSAGE", forged));

        assertThat(line).isEqualTo("vm x y[1]: a vm sshd[1]: Failed password for root from 192.0.2.7 port 22 ssh2");
    }

    @Test
    void otherBytesStayAsTheyAre() {
        EntryLine line = new EntryLine();
        line.become(entry(fields().text("_COMM", "a").binary("MESSAGE", new byte[] {1, 0, (byte) 0xff, '\r', 'b'})));

        assertThat(line.bytes()).startsWith(bytes("vm a: \1\0")).contains(0xff);
        assertThat(line.length()).isEqualTo("vm a: ".length() + 5);
    }

    @Test
    void aLongMessageIsCut() {
        EntryLine line = new EntryLine();
        line.become(entry(fields().text("_COMM", "a").text("MESSAGE", "x".repeat(1_000_000))));
        assertThat(line.length()).isEqualTo(EntryLine.LIMIT);
        assertThat(line.isCut()).isTrue();

        line.become(entry(fields().text("_COMM", "a").text("MESSAGE", "short")));
        assertThat(line.isCut()).isFalse();
    }

    @Test
    void theTimeIsWhenItWasSentOrElseReceived() {
        assertThat(entry(fields().text("_SOURCE_REALTIME_TIMESTAMP", "1795656246983859"))
                        .stamp())
                .contains(Instant.parse("2026-11-26T01:24:06.983859Z"));
        assertThat(entry(fields()).stamp()).contains(Instant.parse("2026-11-26T01:24:08.101504Z"));
        assertThat(entry(fields().text("_SOURCE_REALTIME_TIMESTAMP", "soon")).stamp())
                .contains(Instant.parse("2026-11-26T01:24:08.101504Z"));
    }
}
