// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some bytes of an array that belongs to somebody else, who may change it after the call that they are given to.
 *
 * @param from the first
 * @param to behind the last
 */
record ByteRange(byte[] bytes, int from, int to) {

    static ByteRange of(byte[] bytes) {
        return new ByteRange(bytes, 0, bytes.length);
    }

    int length() {
        return to - from;
    }

    /** The text that they are in UTF-8. */
    String utf8() {
        return new String(bytes, from, length(), StandardCharsets.UTF_8);
    }

    ByteRange startingAt(int start) {
        return new ByteRange(bytes, start, to);
    }

    boolean hasContent(byte[] content) {
        return Arrays.equals(bytes, from, to, content, 0, content.length);
    }
}
