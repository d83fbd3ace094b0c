// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportParserTest {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final ExportParser parser = new ExportParser(entries::add);

    private void feed(byte[] bytes) throws IOException {
        parser.feed(bytes, bytes.length);
    }

    private String message(int entry) {
        return new String(entries.get(entry).bytes("MESSAGE"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void entriesAreToldWhenTheyAreWhole() throws IOException {
        byte[] two = Export.entry(1, "one").and(Export.entry(2, "two=2")).bytes();

        parser.feed(two, two.length - 1);
        assertThat(entries).hasSize(1);
        feed(new byte[] {'\n'});

        assertThat(entries).hasSize(2);
        assertThat(message(0)).isEqualTo("one");
        assertThat(message(1)).isEqualTo("two=2");
        assertThat(entries.get(1).cursor()).contains(Export.cursor(2));
    }

    @Test
    void theSameComesOutHoweverTheBytesAreCut() throws IOException {
        byte[] all = Export.entry(1, "one")
                .and(new Export()
                        .head(Export.cursor(2), 2)
                        .binary("MESSAGE", bytes("two\nlines"))
                        .text("_PID", "7")
                        .end())
                .bytes();
        for (byte each : all) {
            feed(new byte[] {each});
        }

        assertThat(entries).hasSize(2);
        assertThat(message(1)).isEqualTo("two\nlines");
        assertThat(entries.get(1).bytes("_PID")).isEqualTo(bytes("7"));
    }

    @Test
    void noValueEndsItsEntryOrBeginsAnotherField() throws IOException {
        byte[] hostile = bytes("x\n\n__CURSOR=" + Export.cursor(99) + "\n_HOSTNAME=evil\n\nMESSAGE=forged\n\n");
        feed(new Export()
                .head(Export.cursor(1), 1)
                .text("_HOSTNAME", "host")
                .binary("MESSAGE", hostile)
                .end()
                .bytes());

        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).cursor()).contains(Export.cursor(1));
        assertThat(entries.get(0).bytes("_HOSTNAME")).isEqualTo(bytes("host"));
        assertThat(entries.get(0).bytes("MESSAGE")).isEqualTo(hostile);
    }

    @Test
    void bytesThatAreNoTextAreKeptAsTheyAre() throws IOException {
        byte[] odd = {'a', 0, (byte) 0xff, (byte) 0xfe, '\r', 'b'};
        feed(new Export().head(Export.cursor(1), 1).binary("MESSAGE", odd).end().bytes());

        assertThat(entries.get(0).bytes("MESSAGE")).isEqualTo(odd);
    }

    @Test
    void ofAMegabyteOnlyAsMuchIsKeptAsALineMayHave() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        feed(new Export()
                .head(Export.cursor(1), 1)
                .binary("MESSAGE", megabyte)
                .end()
                .bytes());
        feed(new Export()
                .head(Export.cursor(2), 2)
                .text("MESSAGE", "y".repeat(1 << 20))
                .end()
                .bytes());
        feed(Export.entry(3, "short").bytes());

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).bytes("MESSAGE").length).isBetween(EntryLine.LIMIT + 1, EntryLine.LIMIT + 300);
        assertThat(entries.get(1).bytes("MESSAGE").length).isBetween(EntryLine.LIMIT + 1, EntryLine.LIMIT + 300);
        assertThat(message(2)).isEqualTo("short");
    }

    @Test
    void aFieldThatIsThereTwiceIsTheFirstAndMessagesAreJoined() throws IOException {
        feed(new Export()
                .head(Export.cursor(1), 1)
                .text("SYSLOG_IDENTIFIER", "first")
                .text("SYSLOG_IDENTIFIER", "second")
                .text("MESSAGE", "one")
                .binary("MESSAGE", bytes("two"))
                .end()
                .bytes());

        assertThat(entries.get(0).bytes("SYSLOG_IDENTIFIER")).isEqualTo(bytes("first"));
        assertThat(message(0)).isEqualTo("one two");
    }

    @Test
    void anEmptyValueAndAnEntryWithoutMessageAreFine() throws IOException {
        feed(new Export()
                .head(Export.cursor(1), 1)
                .binary("MESSAGE", new byte[0])
                .end()
                .bytes());
        feed(new Export().head(Export.cursor(2), 2).text("MESSAGE", "").end().bytes());
        feed(new Export().head(Export.cursor(3), 3).end().bytes());

        assertThat(entries).hasSize(3).allSatisfy(entry -> assertThat(entry.bytes("MESSAGE"))
                .isEmpty());
    }

    @Test
    void whatIsNotTheFormatIsRefused() {
        byte[] tooLong = new Export()
                .raw(bytes("MESSAGE\n"))
                .raw(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1})
                .bytes();
        byte[] unended = new Export().raw(bytes("MESSAGE\n\1\0\0\0\0\0\0\0ab")).bytes();

        assertThatThrownBy(() -> feed(tooLong)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ExportParser(entries::add).feed(unended, unended.length))
                .isInstanceOf(IOException.class);
    }
}
