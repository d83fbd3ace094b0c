// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.nio.charset.StandardCharsets;
import org.bailiff.filter.automaton.AsciiText;
import org.bailiff.filter.automaton.Automaton;

/**
 * An ASCII text with a line end, mostly a part of the line's own bytes, and what the last search found in it. Used for one
 * text after the other.
 */
final class Region {
    private static final byte LINE_END = '\n';
    /** A longer copy is not kept for the next text: there are many streams, and long lines are rare. */
    private static final int LONGEST_KEPT = 4096;

    private final AsciiText text = new AsciiText();
    private byte[] copy = new byte[0];
    private byte[] bytes;
    private int start;
    private int end;

    /** These bytes and a line end. */
    void use(byte[] array, int from, int to) {
        if (to < array.length && array[to] == LINE_END) {
            set(array, from, to + 1);
        } else {
            copy(array, from, to, to);
        }
    }

    /** These bytes without those from one place to another, and a line end. */
    void useWithout(byte[] array, int from, int to, int cutFrom, int cutTo) {
        if (cutFrom == from) {
            use(array, cutTo, to);
        } else {
            copy(array, from, cutFrom, cutTo, to);
        }
    }

    private void copy(byte[] array, int from, int cutFrom, int cutTo, int to) {
        int before = cutFrom - from;
        int behind = to - cutTo;
        int length = before + behind + 1;
        if (copy.length < length || copy.length > LONGEST_KEPT && length <= LONGEST_KEPT) {
            copy = new byte[Math.max(length, 256)];
        }
        System.arraycopy(array, from, copy, 0, before);
        System.arraycopy(array, cutTo, copy, before, behind);
        copy[length - 1] = LINE_END;
        set(copy, 0, length);
    }

    private void copy(byte[] array, int from, int to, int cut) {
        copy(array, from, cut, cut, to);
    }

    /** What another region holds. */
    void use(Region other) {
        set(other.bytes, other.start, other.end);
    }

    /** What a group took in another region, and a line end. */
    void use(Region other, int group) {
        use(other.bytes, other.text.start(group), other.endWithoutLineEnd(group));
    }

    private void set(byte[] array, int from, int to) {
        bytes = array;
        start = from;
        end = to;
        text.use(array, from, to);
    }

    /** How many bytes it has, with the line end. */
    int length() {
        return end - start;
    }

    /** As {@link Automaton#search}. */
    int search(Automaton automaton) {
        return automaton.search(text);
    }

    /** Whether a group took part in the last match. */
    boolean took(int group) {
        return text.start(group) >= 0;
    }

    /** Whether a group took at least one character besides the line end. */
    boolean tookText(int group) {
        return took(group) && text.start(group) < endWithoutLineEnd(group);
    }

    /**
     * What a group captured, without the line end that it may have taken; null if it took no part.
     *
     * @param likely what it may well be, and is then given back; null if that is not known
     */
    String captured(int group, String likely) {
        int from = text.start(group);
        if (from < 0) {
            return null;
        }
        int length = endWithoutLineEnd(group) - from;
        return likely != null && isWritten(likely, from, length)
                ? likely
                : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private boolean isWritten(String likely, int from, int length) {
        if (likely.length() != length) {
            return false;
        }
        // What differs is mostly the last thing that does: of numbers and addresses the first digits are often the
        // same.
        int index = length - 1;
        while (index >= 0 && likely.charAt(index) == bytes[from + index]) {
            index--;
        }
        return index < 0;
    }

    private int endWithoutLineEnd(int group) {
        int to = text.end(group);
        return to > text.start(group) && bytes[to - 1] == LINE_END ? to - 1 : to;
    }
}
