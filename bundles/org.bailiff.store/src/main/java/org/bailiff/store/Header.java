// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.nio.charset.StandardCharsets;

/**
 * The first line of a log. In format 1 it said how many lines of a rewriting follow; since format 2, where a rewriting is
 * written as it comes, {@link #WHOLE} stands behind them.
 *
 * @param format the number of the log's format
 * @param rewritten whether the log began as a rewriting, so that {@link #WHOLE} must come
 * @param wholeLines in format 1, how many of the lines behind it are a rewriting; 0 if none
 */
record Header(int format, boolean rewritten, int wholeLines) {
    /** The format that this class writes. */
    static final int FORMAT = 2;

    /** The first line of a log that begins with a record. */
    static final String STARTED = "{\"format\":2}";
    /** The first line of a log that begins with a rewriting. */
    static final String REWRITTEN = "{\"format\":2,\"rewritten\":1}";
    /** The line behind a rewriting: what stands before it said all of the jail. */
    static final String WHOLE = "{\"whole\":1}";
    /** The same, as it is read. */
    static final byte[] WHOLE_CONTENT = WHOLE.getBytes(StandardCharsets.US_ASCII);

    /**
     * @throws UnreadableRecordException if the object is no header
     */
    static Header read(ByteRange content) throws UnreadableRecordException {
        try {
            JsonInput json = new JsonInput();
            json.begin(content);
            return read(json);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadableRecordException("the first line is no header: " + e.getMessage(), e);
        }
    }

    private static Header read(JsonInput json) {
        int format = 0;
        boolean rewritten = false;
        int wholeLines = 0;
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "format" -> format = Math.toIntExact(json.number());
                case "rewritten" -> rewritten = json.number() == 1;
                case "whole" -> wholeLines = Math.toIntExact(json.number());
                default -> json.skip();
            }
        }
        if (format < 1) {
            throw new IllegalArgumentException("there is no \"format\"");
        }
        return new Header(format, rewritten, wholeLines);
    }
}
