// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * How a file begins, or what stands before a place in it: tells apart two files that have had the same inode, and finds a
 * copy again.
 *
 * @param length how many bytes it covers; 0 says nothing
 * @param checksum CRC32C of them
 */
record Fingerprint(int length, int checksum) {
    /** The most bytes it covers: a few log lines with their times. */
    static final int LIMIT = 256;
    /** How many bytes before a place are enough: a line or two. */
    static final int ENDING_LIMIT = 128;
    /** Of a file that was empty: every file begins so. */
    static final Fingerprint NONE = new Fingerprint(0, 0);

    Fingerprint {
        if (length < 0 || length > LIMIT) {
            throw new IllegalArgumentException("a fingerprint covers 0 to " + LIMIT + " bytes, not " + length);
        }
    }

    /** Of the first {@code length} bytes. */
    static Fingerprint of(byte[] beginning, int length) {
        return length == 0 ? NONE : new Fingerprint(length, checksum(beginning, 0, length));
    }

    /** Of the last bytes before the index. */
    static Fingerprint before(byte[] bytes, int index) {
        int length = Math.min(index, ENDING_LIMIT);
        return length == 0 ? NONE : new Fingerprint(length, checksum(bytes, index - length, length));
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static Fingerprint parse(String text) {
        int colon = text.indexOf(':');
        return new Fingerprint(
                Integer.parseInt(text.substring(0, colon)), Integer.parseUnsignedInt(text.substring(colon + 1), 16));
    }

    String text() {
        return length + ":" + Integer.toHexString(checksum);
    }

    /** Whether a file with this beginning, {@code available} bytes of it, may be the same one, grown. */
    boolean agrees(byte[] beginning, int available) {
        return length == 0 || available >= length && checksum(beginning, 0, length) == checksum;
    }

    /** Of any text. */
    static int checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return checksum(bytes, 0, bytes.length);
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
