// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of the latest failures of all jails, as bytes one behind the other: when there is no more room, new ones are
 * written over the oldest, whatever jail's they are. Each tells where the line before it of the same id stands, so that who
 * knows the newest finds them all, and the collector has nothing to look through. Thread-safe.
 */
public final class LineStore {
    /** Where a line stands that is none. */
    static final long NOWHERE = 0;

    /** A line's length, and how far before it the one before stands: so much at most. */
    private static final int HEADER = 12;

    private static final int SMALLEST_BLOCK = 12;
    private static final int LARGEST_BLOCK = 16;
    private static final int FEWEST_BLOCKS = 3;

    private final int shift;
    /** By the remainder of their numbers; null before they are needed. */
    private final byte[][] blocks;
    /** Behind the newest line; blocks are numbered from 1. */
    private long end;

    private int jails;

    /**
     * @param limit about how much memory the lines may take, in bytes
     */
    public LineStore(long limit) {
        int wanted = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, limit / 64));
        shift = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, wanted));
        blocks = new byte[(int) Math.max(FEWEST_BLOCKS, limit >>> shift)][];
        end = 1L << shift;
    }

    /** One more jail has its lines here. */
    public synchronized LineStore join() {
        jails++;
        return this;
    }

    /** A jail has forgotten what it counted; with the last, the lines go. */
    public synchronized void leave() {
        jails--;
        if (jails == 0) {
            Arrays.fill(blocks, null);
        }
    }

    /** Whether it takes no memory. */
    public synchronized boolean isEmpty() {
        return Arrays.stream(blocks).allMatch(block -> block == null);
    }

    /**
     * Adds the line of an id's newest failure.
     *
     * @param before where the id's line before it stands
     * @return where it stands; nowhere if neither it nor the one before says anything
     */
    long add(String line, long before) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            boolean follows = isThere(before);
            return text.length == 0 && !follows ? NOWHERE : write(text, follows ? before : NOWHERE);
        }
    }

    private long write(byte[] text, long before) {
        int room = 1 << shift;
        // Lines that are kept are shorter by far; of any other there is only that it was.
        int length = text.length > room - HEADER ? 0 : text.length;
        if (offset(end) + HEADER + length > room) {
            end = (number(end) + 1) << shift;
        }
        long place = end;
        byte[] block = blockToWrite(place);
        int position = ByteWriter.number(length, block, offset(place));
        position = ByteWriter.number(before == NOWHERE ? 0 : place - before, block, position);
        System.arraycopy(text, 0, block, position, length);
        end = place + position + length - offset(place);
        return place;
    }

    private byte[] blockToWrite(long place) {
        int index = index(place);
        if (blocks[index] == null) {
            blocks[index] = new byte[1 << shift];
        }
        return blocks[index];
    }

    private int index(long place) {
        return (int) (number(place) % blocks.length);
    }

    private long number(long place) {
        return place >>> shift;
    }

    private int offset(long place) {
        return (int) (place & (1L << shift) - 1);
    }

    /** Whether nothing was written over the line yet. */
    private boolean isThere(long place) {
        return place != NOWHERE && number(place) > number(end) - blocks.length && blocks[index(place)] != null;
    }

    /** An id's lines that are still there, the newest first, so many at most; it stands at this place. */
    synchronized List<String> newestFirst(long newest, int most) {
        List<String> lines = new ArrayList<>(most);
        long place = newest;
        while (lines.size() < most && isThere(place)) {
            byte[] block = blocks[index(place)];
            ByteReader reader = new ByteReader(block, offset(place), block.length);
            int length = (int) reader.number();
            long distance = reader.number();
            lines.add(new String(block, reader.position(), length, StandardCharsets.UTF_8));
            place = distance == 0 ? NOWHERE : place - distance;
        }
        return lines;
    }
}
