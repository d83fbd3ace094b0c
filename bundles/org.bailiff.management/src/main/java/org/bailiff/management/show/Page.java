// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;

/**
 * The part of a long list that somebody asks for.
 *
 * @param offset how many are passed over
 * @param rows how many are shown at most
 */
record Page(int offset, int rows) {
    /** More than anybody reads, and what a machine asks for at once. */
    static final int MOST = 10_000;

    /**
     * The part that the arguments of an operation name.
     *
     * @param limit how many; 0 for the default
     * @throws IllegalArgumentException if one is negative, or the limit is more than {@link #MOST}
     */
    static Page of(int offset, int limit, int byDefault) {
        if (limit < 0 || limit > MOST) {
            throw new IllegalArgumentException(
                    limit + " is not a limit; it is 1 to " + MOST + ", or 0 for " + byDefault);
        }
        if (offset < 0) {
            throw new IllegalArgumentException(offset + " is not an offset; the first row has 0");
        }
        return new Page(offset, limit == 0 ? byDefault : limit);
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(rows).toList();
    }

    /** The last line of a text that shows this part. */
    String footer(String what, long all) {
        return all > offset + (long) rows
                ? what + ": " + rows + " of " + all + "; a larger limit shows more"
                : what + ": " + all;
    }
}
