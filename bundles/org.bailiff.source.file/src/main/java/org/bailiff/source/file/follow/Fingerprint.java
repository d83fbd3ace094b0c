// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.util.zip.CRC32C;

/**
 * How a file begins: tells apart two files that have had the same inode, and finds a copy again.
 *
 * @param length how many bytes it covers; 0 says nothing
 * @param checksum CRC32C of them
 */
record Fingerprint(int length, int checksum) {
    /** The most bytes it covers: a few log lines with their times. */
    static final int LIMIT = 256;
    /** Of a file that was empty: every file begins so. */
    static final Fingerprint NONE = new Fingerprint(0, 0);

    Fingerprint {
        if (length < 0 || length > LIMIT) {
            throw new IllegalArgumentException("a fingerprint covers 0 to " + LIMIT + " bytes, not " + length);
        }
    }

    /** Of the first {@code length} bytes. */
    static Fingerprint of(byte[] beginning, int length) {
        return length == 0 ? NONE : new Fingerprint(length, checksum(beginning, length));
    }

    /** Whether a file with this beginning, {@code available} bytes of it, may be the same one, grown. */
    boolean agrees(byte[] beginning, int available) {
        return length == 0 || available >= length && checksum(beginning, length) == checksum;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
