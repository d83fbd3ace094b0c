// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.sieve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bailiff.api.source.LineBatch;

/**
 * Looks for texts in a batch, line after line. Where a text comes next is remembered, so that the JDK's fast {@code
 * indexOf} goes through the batch once for each text and not once for each line.
 */
final class BatchSearch {
    private static final int UNKNOWN = -1;

    private final LineBatch batch;
    private final String[] texts;
    /** The bytes from {@link #offset} on, as Latin-1: a character each, whatever they mean. */
    private final String bytes;

    private final int offset;
    private final int[] next;
    private int start;
    private int end;

    BatchSearch(LineBatch batch, String[] texts) {
        this.batch = batch;
        this.texts = texts;
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int line = 0; line < batch.count(); line++) {
            first = Math.min(first, batch.start(line));
            last = Math.max(last, batch.end(line));
        }
        this.offset = first;
        this.bytes = new String(batch.buffer(), first, last - first, StandardCharsets.ISO_8859_1);
        this.next = new int[texts.length];
        forget();
    }

    void goTo(int line) {
        int before = start;
        start = batch.start(line) - offset;
        end = batch.end(line) - offset;
        if (start < before) {
            forget();
        }
    }

    private void forget() {
        Arrays.fill(next, UNKNOWN);
    }

    /** Whether the current line holds the text with this index. */
    boolean lineHolds(int text) {
        if (next[text] < start) {
            int found = bytes.indexOf(texts[text], start);
            next[text] = found < 0 ? Integer.MAX_VALUE - texts[text].length() : found;
        }
        return next[text] + texts[text].length() <= end;
    }
}
