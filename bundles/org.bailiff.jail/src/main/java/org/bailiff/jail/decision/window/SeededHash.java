// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import java.security.SecureRandom;

/**
 * A hash that nobody can aim at without its seed: the bytes are the coefficients of a polynomial modulo 2^61 - 1, which
 * is taken at a secret point. For two keys of the attacker's choice the chance to meet is about their length by 2^61.
 */
final class SeededHash {
    private static final long PRIME = (1L << 61) - 1;
    private static final int WORD = 7;

    private final long point;
    private final long stir;

    SeededHash(long point, long stir) {
        // Neither 0 nor 1, at which all keys of a kind would meet.
        this.point = Math.floorMod(point, PRIME - 2) + 2;
        this.stir = stir;
    }

    static SeededHash random() {
        SecureRandom random = new SecureRandom();
        return new SeededHash(random.nextLong(), random.nextLong());
    }

    long of(byte[] bytes, int from, int end) {
        long hash = end - from;
        for (int index = from; index < end; index += WORD) {
            hash = timesPoint(hash) + word(bytes, index, Math.min(index + WORD, end));
        }
        return mixed(timesPoint(hash) ^ stir);
    }

    private static long word(byte[] bytes, int from, int end) {
        long word = 0;
        for (int index = from; index < end; index++) {
            word = word << 8 | bytes[index] & 0xff;
        }
        return word;
    }

    /** Of a value below 2^62, modulo the prime; the answer is below 2^61 + 4. */
    private long timesPoint(long value) {
        long high = Math.multiplyHigh(value, point);
        long low = value * point;
        long sum = (low & PRIME) + (low >>> 61 | high << 3);
        return (sum & PRIME) + (sum >>> 61);
    }

    /** So that every bit depends on all of them: neighbours are the usual case. */
    private static long mixed(long value) {
        long half = (value ^ value >>> 32) * 0xbf58476d1ce4e5b9L;
        half = (half ^ half >>> 29) * 0x94d049bb133111ebL;
        return half ^ half >>> 32;
    }
}
