// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Instant;

/**
 * A date in a line.
 *
 * @param place where it begins, and its form
 * @param end where it ends, exclusive
 * @param instant what it says, a missing year and zone completed
 */
public record FoundDate(DatePlace place, int end, Instant instant) {

    /** The date as the line writes it. */
    public String in(String line) {
        return line.substring(place.start(), end);
    }

    /** The line without the date. */
    public String cutOutOf(String line) {
        return line.substring(0, place.start()) + line.substring(end);
    }
}
