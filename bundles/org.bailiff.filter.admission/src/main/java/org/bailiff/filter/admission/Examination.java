// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.List;
import org.bailiff.api.config.Problem;

/**
 * What came of trying a definition.
 *
 * @param samples how many of its own samples came out as they say
 * @param used whether anybody uses a filter of its name, and so was asked
 * @param errors why it does not pass; empty if it does
 */
record Examination(int samples, boolean used, List<Problem> errors) {
    /** What is wrong with a definition shows in its first problems. */
    private static final int MOST = 20;

    Examination {
        errors = errors.stream().limit(MOST).toList();
    }

    boolean passed() {
        return errors.isEmpty();
    }
}
