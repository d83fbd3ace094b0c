// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import org.bailiff.text.Address;

/**
 * What led to a ban, as one array of bytes: there are many bans, and seldom somebody asks why. The elements are made anew
 * each time that they are looked at. Immutable.
 */
public final class PackedEvidence extends AbstractSequentialList<Evidence> {
    /** None. */
    public static final PackedEvidence NONE = new PackedEvidence(new byte[0], 0);

    private final byte[] packed;
    private final int size;

    private PackedEvidence(byte[] packed, int size) {
        this.packed = packed;
        this.size = size;
    }

    /** The same in this form; itself if it has it. */
    public static PackedEvidence of(List<Evidence> evidence) {
        if (evidence instanceof PackedEvidence already) {
            return already;
        }
        Packer packer = new Packer();
        evidence.forEach(packer::add);
        return packer.pack();
    }

    /** How many bytes it takes, beside what holds them. */
    public int bytes() {
        return packed.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public ListIterator<Evidence> listIterator(int index) {
        List<Evidence> unpacked = new ArrayList<>(size);
        ByteBuffer from = ByteBuffer.wrap(packed);
        while (from.hasRemaining()) {
            unpacked.add(next(from));
        }
        return Collections.unmodifiableList(unpacked).listIterator(index);
    }

    private static Evidence next(ByteBuffer from) {
        Instant time = Instant.ofEpochSecond(from.getLong(), from.getInt());
        int regex = from.getInt();
        int attempts = from.getInt();
        byte[] address = bytes(from, from.get());
        String line = new String(bytes(from, from.getInt()), StandardCharsets.UTF_8);
        return new Evidence(
                time,
                regex,
                attempts,
                line,
                address.length == 0 ? Optional.empty() : Optional.of(Address.ofBytes(address)));
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** Packs one after the other, and then the next. Used by one thread. */
    public static final class Packer {
        private static final byte[] NO_ADDRESS = {};
        /** Of one, beside its line. */
        private static final int MOST = Long.BYTES + 4 * Integer.BYTES + 1 + 16;

        private ByteBuffer to = ByteBuffer.allocate(1024);
        private int size;

        /** Adds it behind those that were added since the last were packed. */
        public void add(Evidence evidence) {
            byte[] line = evidence.line().getBytes(StandardCharsets.UTF_8);
            add(evidence.time(), evidence.regex(), evidence.attempts(), line, 0, line.length, evidence.address());
        }

        /**
         * As {@link #add(Evidence)}, for whoever has the line's bytes.
         *
         * @param text holds the line in UTF-8; not kept
         */
        public void add(
                Instant time, int regex, int attempts, byte[] text, int from, int length, Optional<Address> address) {
            if (to.remaining() < MOST + length) {
                to = ByteBuffer.allocate(2 * (to.position() + MOST + length)).put(to.flip());
            }
            byte[] source = address.isPresent() ? address.get().toBytes() : NO_ADDRESS;
            to.putLong(time.getEpochSecond())
                    .putInt(time.getNano())
                    .putInt(regex)
                    .putInt(attempts);
            to.put((byte) source.length).put(source);
            to.putInt(length).put(text, from, length);
            size++;
        }

        /** What was added, and begins anew. */
        public PackedEvidence pack() {
            PackedEvidence all = size == 0 ? NONE : new PackedEvidence(Arrays.copyOf(to.array(), to.position()), size);
            to.clear();
            size = 0;
            return all;
        }
    }
}
