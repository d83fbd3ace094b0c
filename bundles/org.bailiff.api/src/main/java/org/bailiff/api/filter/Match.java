// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;

/** What a line is to a filter. */
public sealed interface Match {

    /** Nothing. */
    record Missed() implements Match {}

    /**
     * A failure that an ignoreregex vetoes.
     *
     * @param ignoreRegex its number, from 1
     */
    record Ignored(int ignoreRegex) implements Match {}

    /**
     * A line that only tells something about a session.
     *
     * @param regex the number of the failregex that matched, from 1
     * @param pending whether it is a failure that counts as soon as its session tells whose
     * @param gained who gained access by it; empty if nobody did, or it is not known who
     */
    record Helper(int regex, boolean pending, Optional<Gain> gained) implements Match {
        /** A line by which nobody gains access. */
        public Helper(int regex, boolean pending) {
            this(regex, pending, Optional.empty());
        }
    }

    /**
     * Access that was gained: {@code <F-MLFGAINED>}.
     *
     * @param id as of a failure: what would be counted by
     * @param address that gained it; empty if it is not known
     * @param time when
     */
    record Gain(String id, Optional<Address> address, Instant time) {}

    /**
     * Failures; at least one.
     *
     * @param failures what was found, in the order to be counted
     */
    record Found(List<Failure> failures) implements Match {
        public Found {
            failures = List.copyOf(failures);
        }
    }
}
