// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.receive;

import java.util.Arrays;
import org.bailiff.source.syslog.message.MessageLine;

/**
 * Cuts what comes through a connection into messages (RFC 6587): each behind the count of its bytes, or each up to a line
 * feed or NUL. The first byte of the connection says which of the two it is, for all of it: otherwise a text with a line
 * feed could begin a "count" that swallows the messages behind it. A counted message out of step is read up to a line feed.
 *
 * <p>Not thread-safe.
 */
final class Frames {
    /** So much of a message is kept: a line, and room for what a header has besides. */
    static final int LIMIT = MessageLine.LIMIT + 1024;

    private static final int MOST_COUNT_DIGITS = 7;
    private static final int FIRST_SIZE = 1024;

    /** Takes the messages. */
    @FunctionalInterface
    interface Sink {
        /**
         * @param bytes valid during the call only
         * @param cut whether the message was longer than what is kept
         */
        void message(byte[] bytes, int from, int to, boolean cut);
    }

    private enum Expecting {
        BEGINNING,
        COUNT,
        COUNTED,
        LINE
    }

    private final Sink sink;
    private Expecting expecting = Expecting.BEGINNING;
    private boolean isFirst = true;
    private boolean counting;
    private byte[] kept = new byte[FIRST_SIZE];
    private int size;
    private boolean cut;
    /** How many bytes of a counted message are still to come. */
    private int left;

    Frames(Sink sink) {
        this.sink = sink;
    }

    /** Takes the next bytes. */
    void feed(byte[] bytes, int length) {
        int position = 0;
        while (position < length) {
            position = switch (expecting) {
                case BEGINNING -> begin(bytes, position);
                case COUNT -> count(bytes, position);
                case COUNTED -> counted(bytes, position, length);
                case LINE -> line(bytes, position, length);
            };
        }
    }

    /** Told when nothing more comes: a line without its end is a message, half a counted one is none. */
    void end() {
        if (expecting == Expecting.LINE && size > 0) {
            emit(kept, 0, size);
        }
    }

    private int begin(byte[] bytes, int position) {
        byte first = bytes[position];
        if (isLineEnd(first) || first == '\r') {
            return position + 1;
        }
        boolean isDigit = first >= '1' && first <= '9';
        if (isFirst) {
            counting = isDigit;
            isFirst = false;
        }
        expecting = counting && isDigit ? Expecting.COUNT : Expecting.LINE;
        left = 0;
        return position;
    }

    private int count(byte[] bytes, int position) {
        byte next = bytes[position];
        boolean isDigit = next >= '0' && next <= '9';
        if (isDigit && size < MOST_COUNT_DIGITS) {
            left = 10 * left + next - '0';
            kept[size++] = next;
            return position + 1;
        }
        if (next == ' ') {
            size = 0;
            expecting = Expecting.COUNTED;
            return position + 1;
        }
        // No count: a line that begins with digits.
        expecting = Expecting.LINE;
        return position;
    }

    private int counted(byte[] bytes, int position, int length) {
        int count = Math.min(left, length - position);
        left -= count;
        return take(bytes, position, position + count, left == 0);
    }

    private int line(byte[] bytes, int position, int length) {
        int end = position;
        while (end < length && !isLineEnd(bytes[end])) {
            end++;
        }
        take(bytes, position, end, end < length);
        return Math.min(end + 1, length);
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == 0;
    }

    private int take(byte[] bytes, int from, int to, boolean whole) {
        if (whole && size == 0) {
            emit(bytes, from, to);
            return to;
        }
        keep(bytes, from, to);
        if (whole) {
            emit(kept, 0, size);
        }
        return to;
    }

    private void keep(byte[] bytes, int from, int to) {
        int count = Math.min(to - from, LIMIT - size);
        cut |= count < to - from;
        if (size + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(LIMIT, Math.max(2 * kept.length, size + count)));
        }
        System.arraycopy(bytes, from, kept, size, count);
        size += count;
    }

    private void emit(byte[] bytes, int from, int to) {
        expecting = Expecting.BEGINNING;
        boolean wasCut = cut;
        size = 0;
        cut = false;
        sink.message(bytes, from, to, wasCut);
        if (kept.length > FIRST_SIZE) {
            kept = new byte[FIRST_SIZE];
        }
    }
}
