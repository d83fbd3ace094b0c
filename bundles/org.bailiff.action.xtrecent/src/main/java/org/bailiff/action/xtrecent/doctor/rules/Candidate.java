// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.Comparator;
import java.util.List;
import org.bailiff.action.xtrecent.doctor.Finding;

/**
 * A rule that drops who is in a list.
 *
 * @param program what changes it
 * @param rule the rule
 * @param flaws what is not as it should be
 * @param mend the command that makes it as it should be
 */
record Candidate(String program, Rule rule, List<Flaw> flaws, String mend) {
    /** The one that is best comes first. */
    static final Comparator<Candidate> BY_FLAWS = Comparator.comparingLong(
                    (Candidate candidate) -> candidate.count(Finding.Level.WRONG))
            .thenComparingLong(candidate -> candidate.count(Finding.Level.WARNING));

    List<Finding> findings(String subject) {
        return flaws.isEmpty()
                ? List.of(Finding.ok(subject, "it is there, in its place and as it should be", program + " " + rule))
                : flaws.stream()
                        .map(flaw -> new Finding(flaw.level(), subject, flaw.sentence(), flaw.evidence(), mend))
                        .toList();
    }

    private long count(Finding.Level level) {
        return flaws.stream().filter(flaw -> flaw.level() == level).count();
    }
}
