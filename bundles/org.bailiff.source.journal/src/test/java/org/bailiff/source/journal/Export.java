// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes entries in the journal's export format. */
final class Export {
    static final long EPOCH_MICROS = 1_795_656_247_101_504L;
    static final String SEQUENCE = "d83cff0a15dd4aa09be7cde05ebb8bd9";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The cursor of the entry with this number, received so many seconds after the first. */
    static String cursor(String sequence, int number) {
        return "s=%s;i=%x;b=1a6e67feff27446b9e9aecfae13a7df2;m=%x;t=%x;x=%x"
                .formatted(sequence, number, number * 1_000_000L, EPOCH_MICROS + number * 1_000_000L, number * 7919);
    }

    static String cursor(int number) {
        return cursor(SEQUENCE, number);
    }

    /** The position behind that entry, for a reader that met no clock that was set. */
    static JournalPosition after(int number) {
        return new JournalPosition(EPOCH_MICROS + number * 1_000_000L, cursor(number), false);
    }

    /** An entry of sshd, from its cursor to its message. */
    static Export entry(int number, String message) {
        return new Export()
                .head(cursor(number), number)
                .text("_HOSTNAME", "host")
                .text("SYSLOG_IDENTIFIER", "sshd")
                .text("_PID", "42")
                .text("MESSAGE", message)
                .end();
    }

    Export head(String cursor, int number) {
        return text("__CURSOR", cursor)
                .text("__REALTIME_TIMESTAMP", Long.toString(EPOCH_MICROS + number * 1_000_000L))
                .text("__MONOTONIC_TIMESTAMP", Integer.toString(number))
                .text("_BOOT_ID", "1a6e67feff27446b9e9aecfae13a7df2");
    }

    Export text(String field, String value) {
        return raw((field + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Export binary(String field, byte[] value) {
        return raw((field + "\n").getBytes(StandardCharsets.UTF_8))
                .raw(ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value.length)
                        .array())
                .raw(value)
                .raw(new byte[] {'\n'});
    }

    Export end() {
        return raw(new byte[] {'\n'});
    }

    Export and(Export other) {
        return raw(other.bytes());
    }

    Export raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
