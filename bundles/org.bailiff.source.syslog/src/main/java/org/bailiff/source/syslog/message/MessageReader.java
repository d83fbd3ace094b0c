// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Takes messages apart: of RFC 5424, of RFC 3164 as far as anybody keeps to it, and whatever else comes. There is no wrong
 * message: what has no header of either form is all text. Immutable.
 */
final class MessageReader {
    private static final int HIGHEST_PRIORITY = 191;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] VERSION = {'1', ' '};

    private final ZoneId zone;

    /** @param zone of times that name none */
    MessageReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads the message in these bytes, but for line ends and NUL bytes behind it. */
    Message read(byte[] bytes, int from, int to, Instant arrival) {
        int end = to;
        while (end > from && isLineEnd(bytes[end - 1])) {
            end--;
        }
        Cursor cursor = new Cursor(bytes, from, end);
        cursor.skip(BYTE_ORDER_MARK);
        int start = cursor.position();
        boolean hasPriority = skipPriority(cursor);
        if (hasPriority && cursor.skip(VERSION)) {
            return StructuredHeader.read(bytes, cursor, zone, arrival).orElseGet(() -> {
                cursor.backTo(start);
                return allText(bytes, cursor);
            });
        }
        if (!hasPriority) {
            cursor.backTo(start);
        }
        return traditional(bytes, cursor, arrival);
    }

    private static boolean isLineEnd(byte value) {
        return value == '\n' || value == '\r' || value == 0;
    }

    private static boolean skipPriority(Cursor cursor) {
        if (!cursor.skip('<')) {
            return false;
        }
        int priority = cursor.number(1, 3);
        return priority >= 0 && priority <= HIGHEST_PRIORITY && cursor.skip('>');
    }

    private Message traditional(byte[] bytes, Cursor cursor, Instant arrival) {
        Timestamp stamp = Timestamp.read(cursor, zone, arrival);
        if (!stamp.stands()) {
            return allText(bytes, cursor);
        }
        return new Message(bytes, stamp.time(), host(bytes, cursor), Span.NONE, Span.NONE, text(cursor));
    }

    private static Message allText(byte[] bytes, Cursor cursor) {
        return new Message(bytes, Optional.empty(), Span.NONE, Span.NONE, Span.NONE, text(cursor));
    }

    /** The host, unless the sender left it out, as programs on the host itself do: then the program comes first. */
    private static Span host(byte[] bytes, Cursor cursor) {
        int start = cursor.position();
        Span word = cursor.word();
        if (word.isEmpty() || cursor.isAtEnd() || isTag(bytes, word)) {
            cursor.backTo(start);
            return Span.NONE;
        }
        cursor.skip(' ');
        return word;
    }

    /** {@code sshd:} or {@code sshd[123]:}; an IPv6 address is neither. */
    private static boolean isTag(byte[] bytes, Span word) {
        if (bytes[word.to() - 1] == ':') {
            return true;
        }
        for (int index = word.from() + 1; index < word.to(); index++) {
            if (bytes[index] == '[') {
                return true;
            }
        }
        return false;
    }

    static Span text(Cursor cursor) {
        cursor.skip(BYTE_ORDER_MARK);
        return cursor.rest();
    }
}
