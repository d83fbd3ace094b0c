// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Instant;

/**
 * The last messages of a stream, by number, also after they were taken: a jail that falls behind reads them alone. When
 * there is no room for another, the oldest goes.
 *
 * <p>Belongs to the thread that reads, but for {@link #bytes}.
 */
final class Backlog {
    /** How many bytes of lines are kept. */
    static final int MOST_BYTES = 4 << 20;

    static final int MOST_MESSAGES = 1 << 15;

    private final Received[] ring;
    private final int mostBytes;
    private long first;
    private long next;
    private long gone;
    private volatile long bytes;

    /** @param last the number of the message before the first that is added */
    Backlog(long last) {
        this(last, MOST_MESSAGES, MOST_BYTES);
    }

    Backlog(long last, int mostMessages, int mostBytes) {
        this.ring = new Received[mostMessages];
        this.mostBytes = mostBytes;
        this.first = last + 1;
        this.next = first;
    }

    void add(byte[] line, boolean cut, Instant time, Instant arrival) {
        if (next - first == ring.length) {
            forgetOldest();
        }
        bytes += line.length;
        ring[slot(next)] = new Received(line, cut, time, arrival, bytes);
        next++;
        while (bytes - gone > mostBytes && next - first > 1) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        gone = get(first).offset();
        ring[slot(first)] = null;
        first++;
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }

    /** A message that is there. */
    Received get(long number) {
        return ring[slot(number)];
    }

    /** The number of the oldest message; one more than {@link #last} if there is none. */
    long first() {
        return first;
    }

    /** The number of the newest message. */
    long last() {
        return next - 1;
    }

    /** How many bytes of lines were added. From any thread. */
    long bytes() {
        return bytes;
    }

    /** How many bytes of lines were added up to this message, or what is still there of them. */
    long bytesUpTo(long number) {
        return number < first ? gone : get(number).offset();
    }

    /** Whether half of the room is taken by what comes behind this message. */
    boolean isHalfFullBehind(long number) {
        return last() - number >= ring.length / 2 || bytes - bytesUpTo(number) >= mostBytes / 2;
    }
}
