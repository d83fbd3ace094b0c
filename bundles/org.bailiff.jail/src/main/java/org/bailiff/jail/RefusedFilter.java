// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterStatus;

/** Says of a filter that another definition of it was not taken. */
final class RefusedFilter {
    private RefusedFilter() {}

    /** A sentence; empty if what is offered was taken. */
    static String remark(FilterStatus filter) {
        return filter.refused()
                .map(refused -> place(refused.problems().get(0)) + "; so " + refused.origin() + " is not in force, "
                        + filter.origin() + ", revision " + filter.revision() + ", is")
                .orElse("");
    }

    private static String place(Problem problem) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        return problem.file().isEmpty() ? problem.message() : problem.file() + line + ": " + problem.message();
    }
}
