// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

/**
 * Some bytes out of the middle of a text.
 *
 * @param bytes as they stand, the first in the lowest bits
 * @param text the index of the text
 * @param offset where in the text they stand
 */
record Gram(int bytes, int text, int offset) {
    static final int SHORTEST = 2;
    static final int LONGEST = 4;

    /** The bytes that stand there, the first in the lowest bits. */
    static int bytes(byte[] from, int offset, int length) {
        int bytes = 0;
        for (int place = offset + length - 1; place >= offset; place--) {
            bytes = bytes << Byte.SIZE | from[place] & 0xff;
        }
        return bytes;
    }
}
