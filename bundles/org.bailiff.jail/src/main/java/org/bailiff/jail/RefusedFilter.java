// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterStatus;

/** Says of a filter that another definition of it was not taken. */
final class RefusedFilter {
    private RefusedFilter() {}

    /** A sentence; empty if what is offered was taken. */
    static String remark(FilterStatus filter) {
        return filter.refused()
                .map(refused -> place(refused.problems().get(0)) + "; so " + refused.origin() + " is not in force, "
                        + instead(filter, refused))
                .orElse("");
    }

    private static String instead(FilterStatus filter, FilterStatus.Refused refused) {
        return filter.origin().equals(refused.origin())
                ? "what was before, since " + filter.since().truncatedTo(ChronoUnit.SECONDS) + ", still is"
                : filter.origin() + " is";
    }

    /** Why nothing is in force; empty if that is not because of what is offered. */
    static Optional<String> reason(Optional<FilterStatus> filter) {
        return filter.flatMap(FilterStatus::refused)
                .map(refused -> place(refused.problems().get(0)));
    }

    private static String place(Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        return problem.file().isEmpty() ? problem.message() : problem.file() + line + ": " + problem.message();
    }
}
