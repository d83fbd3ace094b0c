// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.text.SafeText;

/** Says in one line what became of a definition. */
final class Sentences {
    private static final int LIMIT = 1000;

    private Sentences() {}

    /** E.g. {@code filter.d/sshd.conf is not in force: filter.d/sshd.conf:12: failregex 1: ...}. */
    static String refused(FilterStatus.Refused refused) {
        return SafeText.of(refused.origin(), LIMIT) + " is not in force: " + first(refused.problems());
    }

    /** What is in force as the other is not: of an equal origin it is what was before. */
    static String instead(FilterStatus.Refused refused, Optional<InForce> taken) {
        return taken.map(known -> known.origin().equals(refused.origin())
                        ? "what was in force before, since " + known.since().truncatedTo(ChronoUnit.SECONDS)
                                + ", still is"
                        : SafeText.of(known.origin(), LIMIT) + " is")
                .orElse("nothing is");
    }

    private static String place(Problem problem) {
        if (problem.file().startsWith(DeployedDefinition.PLACE)) {
            return problem.line() > 0 ? "line " + problem.line() + " of the text: " : "";
        }
        return problem.file().isEmpty() ? "" : problem.file() + (problem.line() > 0 ? ":" + problem.line() : "") + ": ";
    }

    /** The first problem, and how many more there are. */
    static String first(List<Problem> problems) {
        Problem problem = problems.get(0);
        String place = place(problem);
        String jail = problem.jail().isEmpty() ? "" : "jail " + problem.jail() + ": ";
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return SafeText.of(place + jail + problem.message(), LIMIT) + more;
    }
}
