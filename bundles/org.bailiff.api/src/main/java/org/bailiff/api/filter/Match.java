// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.bailiff.api.Failure;

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
     */
    record Helper(int regex, boolean pending) implements Match {}

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
