// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Evidence;
import org.bailiff.text.Address;

/**
 * Failures as bytes, the newest first: its time in full, that of each other as the difference to the one before it. A
 * failure at a whole second, of the first regex and of one attempt, takes two to six bytes. Before them stands where the
 * newest one's line is, how many there are, and, if it is more than one, the sum of their attempts and how many seconds lie
 * between the oldest and the newest: so one more needs no look at the others.
 */
final class PackedFailures {
    /** By the lowest two bits of a failure's first byte: how many nanoseconds its fraction of a second is told in. */
    private static final int[] UNITS = {0, 1_000_000, 1_000, 1};

    private static final int UNIT_MASK = 3;
    private static final int OTHER_REGEX = 1 << 2;
    private static final int MORE_ATTEMPTS = 1 << 3;
    private static final int IPV4 = 1 << 4;
    private static final int IPV6 = 1 << 5;

    private PackedFailures() {}

    /**
     * @param failures oldest first
     * @param line where the newest one's line stands
     */
    static ByteWriter packed(List<Evidence> failures, long line) {
        ByteWriter writer = new ByteWriter();
        writer.number(line);
        long attempts = failures.stream().mapToLong(Evidence::attempts).sum();
        Instant newest = failures.get(failures.size() - 1).time();
        head(
                failures.size(),
                attempts,
                newest.getEpochSecond() - failures.get(0).time().getEpochSecond(),
                writer);
        long before = 0;
        for (int index = failures.size() - 1; index >= 0; index--) {
            Evidence failure = failures.get(index);
            packOne(failure, before, writer);
            before = failure.time().getEpochSecond();
        }
        return writer;
    }

    static void head(int count, long attempts, long span, ByteWriter writer) {
        writer.number(count);
        if (count > 1) {
            writer.signed(attempts);
            writer.number(span);
        }
    }

    /** The bytes of one failure. */
    static void pack(Evidence failure, long line, ByteWriter writer) {
        writer.number(line);
        head(1, 0, 0, writer);
        packOne(failure, 0, writer);
    }

    static void packOne(Evidence failure, long before, ByteWriter writer) {
        int unit = unit(failure.time().getNano());
        boolean otherRegex = failure.regex() != 1;
        boolean moreAttempts = failure.attempts() != 1;
        writer.put(unit
                | (otherRegex ? OTHER_REGEX : 0)
                | (moreAttempts ? MORE_ATTEMPTS : 0)
                | failure.address()
                        .map(address -> address.isIpv6() ? IPV6 : IPV4)
                        .orElse(0));
        writer.signed(failure.time().getEpochSecond() - before);
        if (unit != 0) {
            writer.number(failure.time().getNano() / UNITS[unit]);
        }
        if (otherRegex) {
            writer.signed(failure.regex());
        }
        if (moreAttempts) {
            writer.signed(failure.attempts());
        }
        failure.address().map(Address::toBytes).ifPresent(writer::put);
    }

    /** The coarsest that tells it exactly. */
    private static int unit(int nanos) {
        int unit = nanos == 0 ? 0 : 1;
        while (unit != 0 && nanos % UNITS[unit] != 0) {
            unit++;
        }
        return unit;
    }

    /** Oldest first, with their lines as far as those are kept; to be changed by whoever asked. */
    static List<Evidence> unpack(ByteReader reader, LineStore lines) {
        long place = reader.number();
        int count = skipCount(reader);
        List<String> texts = lines.newestFirst(place, count);
        List<Evidence> failures = new ArrayList<>(count);
        long before = 0;
        while (reader.hasMore()) {
            int index = failures.size();
            Evidence failure = unpack(reader, before, index < texts.size() ? texts.get(index) : "");
            before = failure.time().getEpochSecond();
            failures.add(failure);
        }
        Collections.reverse(failures);
        return failures;
    }

    private static Evidence unpack(ByteReader reader, long before, String line) {
        int head = reader.take();
        Instant time = time(reader, head, before);
        int regex = regex(reader, head);
        int attempts = attempts(reader, head);
        int length = addressLength(head);
        Optional<Address> address = length == 0 ? Optional.empty() : Optional.of(Address.ofBytes(reader.take(length)));
        return new Evidence(time, regex, attempts, line, address);
    }

    static int regex(ByteReader reader, int head) {
        return (head & OTHER_REGEX) == 0 ? 1 : (int) reader.signed();
    }

    static int attempts(ByteReader reader, int head) {
        return (head & MORE_ATTEMPTS) == 0 ? 1 : (int) reader.signed();
    }

    static int addressLength(int head) {
        return (head & IPV4) != 0 ? 4 : (head & IPV6) != 0 ? 16 : 0;
    }

    /** How many there are; the reader stands before the first then. */
    private static int skipCount(ByteReader reader) {
        int count = (int) reader.number();
        if (count > 1) {
            reader.number();
            reader.number();
        }
        return count;
    }

    /** Where the newest one's line stands. */
    static long line(ByteReader reader) {
        return reader.number();
    }

    private static Instant time(ByteReader reader, int head, long before) {
        long seconds = before + reader.signed();
        return Instant.ofEpochSecond(seconds, nanos(reader, head));
    }

    static int nanos(ByteReader reader, int head) {
        int unit = UNITS[head & UNIT_MASK];
        return unit == 0 ? 0 : (int) reader.number() * unit;
    }

    /** The time of the newest, which stands first. */
    static Instant newest(ByteReader reader) {
        line(reader);
        skipCount(reader);
        return time(reader, reader.take(), 0);
    }
}
