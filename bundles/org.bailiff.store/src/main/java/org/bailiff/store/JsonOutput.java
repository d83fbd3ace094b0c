// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes JSON into memory, as bytes: a start that puts 20,000 bans back has no time for more. Used by one thread. */
final class JsonOutput {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS = 1_000_000_000L;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int size;
    /** The second that was written last, and how: many times in a record are of the same. */
    private long lastSecond;

    private byte[] lastDigits = {'0'};

    int size() {
        return size;
    }

    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    void open(char bracket) {
        separate();
        add((byte) bracket);
    }

    void close(char bracket) {
        add((byte) bracket);
    }

    /** A key of an object; its value comes next. */
    JsonOutput key(String key) {
        text(key);
        add((byte) ':');
        return this;
    }

    /** A key that every record has again; its value comes next. */
    JsonOutput key(RecordKey key) {
        separate();
        byte[] written = key.written();
        reserve(written.length);
        System.arraycopy(written, 0, bytes, size, written.length);
        size += written.length;
        return this;
    }

    void text(String text) {
        separate();
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        int length = content.length;
        int others = 0;
        for (byte one : content) {
            // Negative if it does not stand as it is. No way out for each costs less than one for some.
            others |= one - ' ' & ~one | (one ^ '"') - 1 & ~one | (one ^ '\\') - 1 & ~one;
        }
        if (others < 0) {
            longWay(content);
            return;
        }
        reserve(length + 2);
        bytes[size] = '"';
        System.arraycopy(content, 0, bytes, size + 1, length);
        size += length + 2;
        bytes[size - 1] = '"';
    }

    /** Of a text that does not stand in the record as it is. */
    private void longWay(byte[] content) {
        // Six bytes at most become of one.
        reserve(content.length * 6 + 2);
        bytes[size++] = '"';
        for (byte one : content) {
            if (isEscaped(one)) {
                escaped(one);
            } else {
                bytes[size++] = one;
            }
        }
        bytes[size++] = '"';
    }

    /** Whether an escape stands for it; bytes of other letters than ASCII's are negative. */
    private static boolean isEscaped(int one) {
        return one >= 0 && one < ' ' || one == '"' || one == '\\';
    }

    private void escaped(byte one) {
        bytes[size++] = '\\';
        if (one >= ' ') {
            bytes[size++] = one;
            return;
        }
        bytes[size++] = 'u';
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[one >> 4];
        bytes[size++] = HEX[one & 0xf];
    }

    void number(long number) {
        separate();
        digits(number);
    }

    /** By hand, because a record has many numbers, and most are short. */
    private void digits(long number) {
        if (number < 0) {
            raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int length = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            length++;
        }
        reserve(length);
        long rest = number;
        for (int place = size + length - 1; place >= size; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    /** Seconds since 1970 with nine decimals: exact, and read ten times faster than a date. */
    void seconds(Instant time) {
        separate();
        long seconds = time.getEpochSecond();
        long nanos = time.getNano();
        if (seconds < 0) {
            add((byte) '-');
            seconds = nanos == 0 ? -seconds : -seconds - 1;
            nanos = nanos == 0 ? 0 : NANOS - nanos;
        }
        second(seconds);
        reserve(NANO_DIGITS + 1);
        bytes[size] = '.';
        Arrays.fill(bytes, size + 1, size + 1 + NANO_DIGITS, (byte) '0');
        for (int digit = NANO_DIGITS; nanos > 0; digit--) {
            bytes[size + digit] = (byte) ('0' + nanos % 10);
            nanos /= 10;
        }
        size += NANO_DIGITS + 1;
    }

    private void second(long second) {
        if (second == lastSecond) {
            raw(lastDigits);
            return;
        }
        int from = size;
        digits(second);
        lastSecond = second;
        lastDigits = Arrays.copyOfRange(bytes, from, size);
    }

    /** All of it, as a text. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Bytes as they are. */
    void raw(byte[] raw) {
        raw(ByteRange.of(raw));
    }

    void raw(ByteRange raw) {
        reserve(raw.length());
        System.arraycopy(raw.bytes(), raw.from(), bytes, size, raw.length());
        size += raw.length();
    }

    /** A comma, unless what comes is the first of its kind. */
    private void separate() {
        byte last = size == 0 ? (byte) '{' : bytes[size - 1];
        if (last == '"' || last == '}' || last == ']' || last >= '0' && last <= '9') {
            add((byte) ',');
        }
    }

    private void add(byte one) {
        reserve(1);
        bytes[size++] = one;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
