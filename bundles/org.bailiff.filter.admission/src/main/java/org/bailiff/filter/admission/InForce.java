// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Instant;
import org.bailiff.api.filter.FilterDefinition;

/**
 * A definition in force.
 *
 * @param origin as the definition said when it came
 * @param revision counts those that were in force under its name, from 1
 * @param since when it came into force
 * @param samples how many of its own were tried, and came out as they say
 */
record InForce(FilterDefinition definition, String origin, long revision, Instant since, int samples) {
    /** What is shown where there is none. */
    static final String NOTHING = "nothing";

    /** For showing only: it has no definition. */
    static InForce nothing(long revision, Instant since) {
        return new InForce(null, NOTHING, revision, since, 0);
    }
}
