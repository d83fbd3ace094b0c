// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.util.Arrays;

/**
 * Where an entry stands in a log of entries: its length behind the length itself and shifted by one, and in the lowest
 * bit whether it is dead; the length of its key; its key; its value.
 *
 * @param log that it stands in
 * @param start of the entry
 * @param key where its key begins
 * @param value where its value begins
 * @param end behind it
 */
record Entry(byte[] log, int start, int key, int value, int end) {
    private static final int DEAD = 1;

    static Entry at(byte[] log, int start) {
        ByteReader reader = new ByteReader(log, start, log.length);
        int length = (int) (reader.number() >>> 1);
        int body = reader.position();
        int keyLength = (int) reader.number();
        int key = reader.position();
        return new Entry(log, start, key, key + keyLength, body + length);
    }

    /** How many bytes a living entry takes. */
    static int length(byte[] key, ByteWriter value) {
        int body = bodyLength(key, value);
        return ByteWriter.lengthOf((long) body << 1) + body;
    }

    private static int bodyLength(byte[] key, ByteWriter value) {
        return ByteWriter.lengthOf(key.length) + key.length + value.length();
    }

    /** Writes a living entry. */
    static void write(byte[] log, int start, byte[] key, ByteWriter value) {
        int position = ByteWriter.number((long) bodyLength(key, value) << 1, log, start);
        position = ByteWriter.number(key.length, log, position);
        System.arraycopy(key, 0, log, position, key.length);
        System.arraycopy(value.array(), 0, log, position + key.length, value.length());
    }

    boolean isDead() {
        return (log[start] & DEAD) != 0;
    }

    void kill() {
        log[start] |= DEAD;
    }

    int length() {
        return end - start;
    }

    boolean hasKey(byte[] wanted) {
        return Arrays.equals(log, key, value, wanted, 0, wanted.length);
    }

    byte[] keyBytes() {
        return Arrays.copyOfRange(log, key, value);
    }

    ByteReader valueReader() {
        return new ByteReader(log, value, end);
    }

    long hash(SeededHash hash) {
        return hash.of(log, key, value);
    }
}
