// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import org.bailiff.api.config.Problem;

/**
 * What became, or would become, of a definition that somebody puts in or takes back.
 *
 * @param accepted whether it is, or could be, in force
 * @param changed whether this call put something else in force
 * @param samples how many sample lines of its own came out as it says
 * @param problems what is wrong or doubtful; an error is why it was not accepted
 * @param sentence all of that for people, in one line
 */
public record FilterVerdict(boolean accepted, boolean changed, int samples, List<Problem> problems, String sentence) {
    public FilterVerdict {
        problems = List.copyOf(problems);
    }
}
