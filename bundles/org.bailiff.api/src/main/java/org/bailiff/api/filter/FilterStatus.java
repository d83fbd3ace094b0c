// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;

/**
 * What is in force under a filter's name, and what is not.
 *
 * @param name the filter's name
 * @param origin where what is in force comes from; see {@link FilterDefinition#origin}; {@code nothing} if nothing is
 * @param revision counts what was in force under this name, from 1, since the daemon started
 * @param since when it came into force
 * @param samples how many sample lines of its own it brought, all of which came out as it says
 * @param refused what is offered with a higher ranking and was not taken; empty if nothing is
 * @param canRollBack whether {@link FilterLibrary#rollback} has something to go back to
 */
public record FilterStatus(
        String name,
        String origin,
        long revision,
        Instant since,
        int samples,
        Optional<Refused> refused,
        boolean canRollBack) {

    /**
     * A definition that was not taken.
     *
     * @param origin where it comes from
     * @param time when it was refused
     * @param problems why; at least one error
     */
    public record Refused(String origin, Instant time, List<Problem> problems) {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
