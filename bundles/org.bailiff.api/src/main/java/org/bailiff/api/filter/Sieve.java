// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import org.bailiff.api.source.LineBatch;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells quickly, from the bytes, which lines may concern which matcher. It may name a line that the matcher then
 * misses, never leave out one that it would not miss. Immutable and thread-safe.
 */
@ProviderType
public interface Sieve {

    /** Hears of the lines that may concern a matcher. */
    @FunctionalInterface
    interface Candidates {
        /**
         * This line may concern this matcher. Lines of a matcher are told in ascending order, each once.
         *
         * @param matcher its index in the list that the sieve was combined from
         * @param line its index in the batch
         */
        void add(int matcher, int line);
    }

    /** Asked once a batch, on the reading thread. */
    void sift(LineBatch batch, Candidates candidates);
}
