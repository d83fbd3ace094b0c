// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;

/**
 * Which of several candidates is to be in force.
 *
 * @param taken what is in force now; empty if there is nothing. That what was stays is the very same object
 * @param refusal of the best candidate; empty if that was taken
 */
record Choice(Optional<InForce> taken, Optional<Refusal> refusal) {

    /**
     * What is to be chosen from.
     *
     * @param candidates the best first
     * @param inForce what was in force before, whether it is still a candidate or not; empty if nothing was
     * @param next the revision of what comes into force
     */
    record Question(List<Candidate> candidates, Optional<InForce> inForce, long next) {
        Question {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Chooses. What is alone, and nothing before it, is not tried if it brings no samples: whoever compiles it finds out
     * what is wrong. Of several it is the best that passes; one that does not leaves in force what was. Where nothing was,
     * one whose own samples speak against it is not in force either, for nobody else would find out.
     */
    static Choice of(Question question, Examiner examiner, InstantSource clock) {
        if (question.candidates().isEmpty()) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        Instant now = clock.instant();
        Candidate best = question.candidates().get(0);
        boolean alone = question.inForce().isEmpty() && question.candidates().size() == 1;
        if (alone && !examiner.bringsSamples(best)) {
            return new Choice(Optional.of(best.inForce(question.next(), now, 0)), Optional.empty());
        }
        Optional<FilterDefinition> before = question.inForce().map(InForce::definition);
        Optional<Refusal> refusal = Optional.empty();
        for (Candidate candidate : question.candidates()) {
            if (before.isPresent() && before.get() == candidate.definition()) {
                return new Choice(question.inForce(), refusal);
            }
            Examination examination = examiner.examine(candidate, before);
            if (examination.passed()) {
                InForce taken = candidate.inForce(question.next(), now, examination.samples());
                return new Choice(Optional.of(taken), refusal);
            }
            refusal = refusal.or(() -> Optional.of(refusal(candidate, examination, now)));
            if (before.isPresent()) {
                return new Choice(question.inForce(), refusal);
            }
        }
        return examiner.isDisproved(best)
                ? new Choice(Optional.empty(), refusal)
                : new Choice(Optional.of(best.inForce(question.next(), now, 0)), Optional.empty());
    }

    private static Refusal refusal(Candidate candidate, Examination examination, Instant now) {
        return new Refusal(
                candidate.definition(),
                examination.used(),
                new FilterStatus.Refused(candidate.origin(), now, examination.errors()));
    }
}
