// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.api.Evidence;

/**
 * The packed failures of an id and one more, made from bytes to bytes: nearly every failure is the newest of its id, and the
 * others then need not be looked at. Used by one thread, again and again.
 */
final class Extension {
    private final LineStore lines;
    private final ByteWriter bytes = new ByteWriter();
    /** How many of those before stay, the seconds from the oldest of them to the new one, their attempts, and their end. */
    private int kept;

    private long span;
    private long attempts;
    private int end;

    /**
     * @param lines where lines are kept
     */
    Extension(LineStore lines) {
        this.lines = lines;
    }

    /** Of an id's first failure. */
    void begin(Evidence failure) {
        bytes.clear();
        kept = 0;
        attempts = failure.attempts();
        PackedFailures.pack(failure, lines.add(failure.line(), LineStore.NOWHERE), bytes);
    }

    /**
     * Adds a failure to those of an entry, and leaves out what cannot count any more: all that is older than find time before
     * it, and what is more than can ban.
     *
     * @return whether it could; not if the failure is older than the newest
     */
    boolean add(Entry entry, Evidence failure, Duration findTime, int maxRetry) {
        ByteReader reader = entry.valueReader();
        long line = PackedFailures.line(reader);
        kept = (int) reader.number();
        attempts = kept > 1 ? reader.signed() : 0;
        span = kept > 1 ? reader.number() : 0;
        int first = reader.position();
        int head = reader.take();
        long newest = reader.signed();
        int behindTime = reader.position();
        int nano = PackedFailures.nanos(reader, head);
        long seconds = failure.time().getEpochSecond();
        if (seconds < newest || seconds == newest && failure.time().getNano() < nano) {
            return false;
        }
        if (kept == 1) {
            PackedFailures.regex(reader, head);
            attempts = PackedFailures.attempts(reader, head);
        }
        span += seconds - newest;
        end = entry.end();
        if (kept >= maxRetry || span >= findTime.getSeconds()) {
            look(new ByteReader(entry.log(), first, entry.end()), failure.time(), findTime, maxRetry);
        }
        attempts += failure.attempts();
        bytes.clear();
        bytes.number(lines.add(failure.line(), line));
        PackedFailures.head(kept + 1, attempts, span, bytes);
        PackedFailures.packOne(failure, 0, bytes);
        if (kept > 0) {
            bytes.put(head);
            bytes.signed(newest - seconds);
            bytes.put(entry.log(), behindTime, end);
        }
        return true;
    }

    /** Looks at all of them, the newest first, because the oldest may not stay. */
    private void look(ByteReader reader, Instant time, Duration findTime, int maxRetry) {
        Instant oldest = time.minus(findTime);
        kept = 0;
        attempts = 0;
        span = 0;
        long seconds = 0;
        boolean stays = reader.hasMore();
        while (stays && kept < maxRetry - 1) {
            int head = reader.take();
            seconds += reader.signed();
            int nano = PackedFailures.nanos(reader, head);
            stays = seconds > oldest.getEpochSecond() || seconds == oldest.getEpochSecond() && nano >= oldest.getNano();
            PackedFailures.regex(reader, head);
            int stood = PackedFailures.attempts(reader, head);
            reader.skip(PackedFailures.addressLength(head));
            if (stays) {
                kept++;
                attempts += stood;
                span = time.getEpochSecond() - seconds;
                end = reader.position();
                stays = reader.hasMore();
            }
        }
    }

    ByteWriter bytes() {
        return bytes;
    }

    /** How many failures there are, the new one among them. */
    int count() {
        return kept + 1;
    }

    /** How many attempts they stand for; at most the largest int. */
    int attempts() {
        return (int) Math.min(attempts, Integer.MAX_VALUE);
    }
}
