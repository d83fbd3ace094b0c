// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The header of RFC 5424 behind the version: five words, and the structured data, which is left out. */
final class StructuredHeader {

    private StructuredHeader() {}

    /** The message at the cursor; empty if it has no such header. */
    static Optional<Message> read(byte[] bytes, Cursor cursor, ZoneId zone, Instant arrival) {
        Timestamp stamp = Timestamp.read(cursor, zone, arrival);
        // A time that is none is a word to be passed over, as the "-" of a sender without a clock.
        boolean whole = stamp.stands() || !cursor.word().isEmpty() && cursor.skip(' ');
        Span[] words = new Span[4];
        for (int index = 0; index < words.length; index++) {
            words[index] = cursor.word();
            whole &= !words[index].isEmpty() && cursor.skip(' ');
        }
        if (!whole) {
            return Optional.empty();
        }
        skipData(bytes, cursor);
        return Optional.of(new Message(
                bytes,
                stamp.time(),
                present(bytes, words[0]),
                present(bytes, words[1]),
                present(bytes, words[2]),
                MessageReader.text(cursor)));
    }

    private static Span present(byte[] bytes, Span word) {
        return word.to() - word.from() == 1 && bytes[word.from()] == '-' ? Span.NONE : word;
    }

    /** Moves over the structured data and a blank behind it; what is not of its form is text. */
    private static void skipData(byte[] bytes, Cursor cursor) {
        int start = cursor.position();
        boolean some = cursor.skip('-');
        while (!some && cursor.skip('[')) {
            if (!skipElement(bytes, cursor)) {
                cursor.backTo(start);
                return;
            }
            some = !cursor.isAtEndOr('[');
        }
        if (cursor.isAtEndOr(' ')) {
            cursor.skip(' ');
        } else {
            cursor.backTo(start);
        }
    }

    /** Moves behind the bracket that closes an element; false if none does. */
    private static boolean skipElement(byte[] bytes, Cursor cursor) {
        boolean quoted = false;
        while (!cursor.isAtEnd()) {
            if (quoted && cursor.skip('\\')) {
                cursor.backTo(cursor.position() + 1);
            } else if (cursor.skip('"')) {
                quoted = !quoted;
            } else if (!quoted && cursor.skip(']')) {
                return true;
            } else {
                cursor.backTo(cursor.position() + 1);
            }
        }
        return false;
    }
}
