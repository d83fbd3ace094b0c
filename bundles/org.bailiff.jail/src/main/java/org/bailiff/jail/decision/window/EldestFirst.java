// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Goes through the entries of several shards as if they were one: where each stands in the order of being put, the whole
 * is about in the order of time, so that it may be put into other shards and stand there in order again.
 */
final class EldestFirst implements Iterator<WindowTable.Window> {
    private final LineStore lines;
    private final PriorityQueue<Next> heads = new PriorityQueue<>(Comparator.comparing(Next::newest));

    /**
     * @param shards null where there is none
     * @param lines where lines are kept
     */
    EldestFirst(Shard[] shards, LineStore lines) {
        this.lines = lines;
        for (Shard shard : shards) {
            if (shard != null) {
                add(shard, shard.eldest());
            }
        }
    }

    private void add(Shard shard, Optional<Entry> entry) {
        entry.map(next -> new Next(shard, next, PackedFailures.newest(next.valueReader())))
                .ifPresent(heads::add);
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public WindowTable.Window next() {
        if (heads.isEmpty()) {
            throw new NoSuchElementException();
        }
        Next next = heads.remove();
        add(next.shard(), next.shard().after(next.entry()));
        return new WindowTable.Window(
                IdKey.text(next.entry().keyBytes()),
                PackedFailures.unpack(next.entry().valueReader(), lines));
    }

    /** The next entry of a shard. */
    private record Next(Shard shard, Entry entry, Instant newest) {}
}
