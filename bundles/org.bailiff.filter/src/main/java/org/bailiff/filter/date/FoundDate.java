// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Instant;
import java.util.Optional;

/**
 * A date in a line, or what looks like one.
 *
 * @param place where it begins, and its form
 * @param end where it ends, exclusive
 * @param instant what it says, a missing year and zone completed; empty if it names a day or a time that does not exist,
 *     or is of a pattern that only says what to cut out
 */
public record FoundDate(DatePlace place, int end, Optional<Instant> instant) {

    /** The date as the line writes it. */
    public String in(String line) {
        return line.substring(place.start(), end);
    }

    /** The line without the date. */
    public String cutOutOf(String line) {
        return line.substring(0, place.start()) + line.substring(end);
    }
}
