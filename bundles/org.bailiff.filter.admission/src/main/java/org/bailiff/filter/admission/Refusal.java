// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;

/**
 * A definition that was not taken.
 *
 * @param definition null if it could not even be read
 * @param used whether anybody uses a filter of its name
 * @param shown where it comes from, when it was refused, and why
 */
record Refusal(FilterDefinition definition, boolean used, FilterStatus.Refused shown) {
    /** Whether this is the same refusal, only found again. */
    boolean repeats(Refusal earlier) {
        return definition == earlier.definition
                && used == earlier.used
                && shown.problems().equals(earlier.shown.problems());
    }
}
