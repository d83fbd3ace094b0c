// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

/** A place in the bytes of a message, which moves on as its parts are read. Not thread-safe. */
final class Cursor {
    private final byte[] bytes;
    private final int end;
    private int position;

    Cursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    int position() {
        return position;
    }

    /** Goes back to a place where it was. */
    void backTo(int place) {
        position = place;
    }

    boolean isAtEnd() {
        return position >= end;
    }

    /** Whether the next byte is this one, or it stands at the end. */
    boolean isAtEndOr(char character) {
        return isAtEnd() || bytes[position] == character;
    }

    /** Moves over this byte if it is the next. */
    boolean skip(char character) {
        boolean there = !isAtEnd() && bytes[position] == character;
        position += there ? 1 : 0;
        return there;
    }

    /** Moves over these bytes if they are the next. */
    boolean skip(byte[] wanted) {
        if (end - position < wanted.length) {
            return false;
        }
        for (int index = 0; index < wanted.length; index++) {
            if (bytes[position + index] != wanted[index]) {
                return false;
            }
        }
        position += wanted.length;
        return true;
    }

    /** The number of so many digits, at most nine, that stands here; -1, and nothing is moved over, if none does. */
    int number(int fewest, int most) {
        int value = 0;
        int digits = 0;
        while (digits < most && position + digits < end && isDigit(bytes[position + digits])) {
            value = 10 * value + bytes[position + digits] - '0';
            digits++;
        }
        if (digits < fewest) {
            return -1;
        }
        position += digits;
        return value;
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    /** What stands here up to the next blank, or the end; may be empty. */
    Span word() {
        int from = position;
        while (!isAtEndOr(' ')) {
            position++;
        }
        return new Span(from, position);
    }

    /** All that is left. */
    Span rest() {
        Span rest = new Span(position, end);
        position = end;
        return rest;
    }
}
