// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bailiff.api.Evidence;
import org.bailiff.text.Address;

/**
 * The failures of many ids; their lines stand elsewhere. An id takes about 45 to 65 bytes, its few failures included, and what
 * grows or shrinks is a small part of the whole at a time: nobody waits for a million entries to be moved. Used by one
 * thread.
 */
public final class WindowTable {
    private static final int SHARDS = 256;

    private final SeededHash hash;
    /** By the lowest bits of an id's hash; null while there is none. */
    private final Shard[] shards = new Shard[SHARDS];

    private final LineStore lines;
    private final Extension extension;
    private int size;
    private long bytes;
    /** No shard's eldest has its newest failure before this. */
    private Instant nothingBefore = Instant.MAX;

    /**
     * An empty table, in which nobody outside can tell where an id comes to stand.
     *
     * @param lines where lines are kept, as long as there is room
     */
    public WindowTable(LineStore lines) {
        this.hash = SeededHash.random();
        this.lines = lines;
        this.extension = new Extension(lines);
    }

    /** How many ids there are. */
    public int size() {
        return size;
    }

    /** How much memory they take, in bytes. */
    public long bytes() {
        return bytes;
    }

    /** By what an id is found: to be made once for several calls. */
    public Key key(String id) {
        return key(IdKey.of(id));
    }

    /** The same of the id that the address is written as. */
    public Key key(Address address) {
        return key(IdKey.of(address));
    }

    private Key key(byte[] bytes) {
        return new Key(bytes, hash.of(bytes, 0, bytes.length));
    }

    /** An id's bytes and their hash, as this table has them. */
    public static final class Key {
        private final byte[] bytes;
        private final long hashed;

        private Key(byte[] bytes, long hashed) {
            this.bytes = bytes;
            this.hashed = hashed;
        }

        private int shard() {
            return (int) hashed & SHARDS - 1;
        }
    }

    /**
     * The id's failures, oldest first, of which the first have an empty line if theirs are not kept; empty if it has none.
     * The caller may change the list.
     */
    public Optional<List<Evidence>> find(Key key) {
        return Optional.ofNullable(shards[key.shard()])
                .flatMap(shard -> shard.find(key.bytes, key.hashed))
                .map(entry -> PackedFailures.unpack(entry.valueReader(), lines));
    }

    /**
     * Keeps the id's failures, in the place of those that it had.
     *
     * @param failures oldest first, at least one
     */
    public void put(Key key, List<Evidence> failures) {
        put(
                key,
                PackedFailures.packed(failures, keepLines(failures)),
                failures.get(failures.size() - 1).time());
    }

    private long keepLines(List<Evidence> failures) {
        long place = LineStore.NOWHERE;
        for (Evidence failure : failures) {
            place = lines.add(failure.line(), place);
        }
        return place;
    }

    /** What counts for an id: so many failures, which stand for so many attempts. */
    public record Extent(int failures, int attempts) {}

    /**
     * Adds a failure to the id's, if it is the newest of them or the first, and forgets those that cannot count any more: all
     * that are older than find time before it, and what is more than can ban.
     *
     * @return what counts now; empty if there is a newer one, and then nothing has changed
     */
    public Optional<Extent> append(Key key, Evidence failure, Duration findTime, int maxRetry) {
        Shard shard = shards[key.shard()];
        Optional<Entry> before = shard == null ? Optional.empty() : shard.find(key.bytes, key.hashed);
        if (before.isEmpty()) {
            extension.begin(failure);
        } else if (!extension.add(before.get(), failure, findTime, maxRetry)) {
            return Optional.empty();
        }
        put(key, extension.bytes(), failure.time());
        return Optional.of(new Extent(extension.count(), extension.attempts()));
    }

    private void put(Key key, ByteWriter packed, Instant newest) {
        nothingBefore = newest.isBefore(nothingBefore) ? newest : nothingBefore;
        int index = key.shard();
        if (shards[index] == null) {
            shards[index] = new Shard(hash);
            bytes += shards[index].bytes();
        }
        lookBehind(key);
        Shard shard = shards[index];
        size -= shard.count();
        bytes -= shard.bytes();
        shard.put(key.bytes, key.hashed, packed);
        size += shard.count();
        bytes += shard.bytes();
    }

    /** Forgets an id; whether it was there. */
    public boolean remove(Key key) {
        int before = size;
        lookBehind(key);
        change(key.shard(), shard -> shard.remove(key.bytes, key.hashed));
        return size < before;
    }

    /** When the eldest goes, the one behind it, which it held up, may be older than all that was looked at. */
    private void lookBehind(Key key) {
        if (nothingBefore.equals(Instant.MIN)) {
            // It is to be looked at all of them anyway; the eldest would have to be fetched from far away for nothing.
            return;
        }
        Shard shard = shards[key.shard()];
        Optional<Entry> eldest = shard == null ? Optional.empty() : shard.eldest();
        if (eldest.isPresent() && eldest.get().hasKey(key.bytes)) {
            nothingBefore = Instant.MIN;
        }
    }

    private void change(int index, Consumer<Shard> change) {
        Shard shard = shards[index];
        if (shard == null) {
            return;
        }
        size -= shard.count();
        bytes -= shard.bytes();
        change.accept(shard);
        if (shard.count() == 0) {
            shards[index] = null;
            return;
        }
        size += shard.count();
        bytes += shard.bytes();
    }

    /**
     * Forgets ids whose newest failure was before this, in the order in which they were put, as long as each is: one that
     * was put before them and is newer holds them up. Takes next to no time if there is nothing to forget.
     */
    public void forgetBefore(Instant oldest) {
        if (!nothingBefore.isBefore(oldest)) {
            return;
        }
        nothingBefore = Instant.MAX;
        for (int index = 0; index < SHARDS; index++) {
            change(index, shard -> forgetBefore(oldest, shard));
        }
    }

    private void forgetBefore(Instant oldest, Shard shard) {
        for (Optional<Entry> eldest = shard.eldest(); eldest.isPresent(); eldest = shard.eldest()) {
            Instant newest = PackedFailures.newest(eldest.get().valueReader());
            if (!newest.isBefore(oldest)) {
                nothingBefore = newest.isBefore(nothingBefore) ? newest : nothingBefore;
                return;
            }
            byte[] key = eldest.get().keyBytes();
            shard.remove(key, hash.of(key, 0, key.length));
        }
    }

    /**
     * Puts other failures in the place of each id's; the order in which they were put stays. Takes as long as putting all.
     *
     * @param replacement from an id and its failures, oldest first, to at least one failure, oldest first
     */
    public void replaceAll(BiFunction<String, List<Evidence>, List<Evidence>> replacement) {
        for (int index = 0; index < SHARDS; index++) {
            if (shards[index] != null) {
                bytes -= shards[index].bytes();
                shards[index] = replaced(shards[index], replacement);
                bytes += shards[index].bytes();
            }
        }
        nothingBefore = Instant.MIN;
    }

    private Shard replaced(Shard shard, BiFunction<String, List<Evidence>, List<Evidence>> replacement) {
        Shard fresh = new Shard(hash);
        for (Optional<Entry> next = shard.eldest(); next.isPresent(); next = shard.after(next.get())) {
            Entry entry = next.get();
            List<Evidence> failures = PackedFailures.unpack(entry.valueReader(), lines);
            List<String> before = texts(failures);
            List<Evidence> others = replacement.apply(IdKey.text(entry.keyBytes()), failures);
            long line = texts(others).equals(before) ? PackedFailures.line(entry.valueReader()) : keepLines(others);
            fresh.put(entry.keyBytes(), entry.hash(hash), PackedFailures.packed(others, line));
        }
        return fresh;
    }

    private static List<String> texts(List<Evidence> failures) {
        return failures.stream().map(Evidence::line).toList();
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(shards, null);
        size = 0;
        bytes = 0;
        nothingBefore = Instant.MAX;
    }

    /** All ids with their failures, about in the order of their newest ones; to be gone through before anything changes. */
    public Iterator<Window> windows() {
        return new EldestFirst(shards, lines);
    }

    /**
     * An id and what counts for it.
     *
     * @param failures oldest first, with their lines as far as they are kept
     */
    public record Window(String id, List<Evidence> failures) {}
}
