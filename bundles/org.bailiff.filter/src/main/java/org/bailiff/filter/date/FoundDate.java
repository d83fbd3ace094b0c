// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Instant;

/**
 * A date in a line.
 *
 * @param pattern the number of the pattern that found it, from 1
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param instant what it says, a missing year and zone completed
 */
public record FoundDate(int pattern, int start, int end, Instant instant) {

    /** The line without the date. */
    public String cutOutOf(String line) {
        return line.substring(0, start) + line.substring(end);
    }
}
