// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.util.List;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.filter.admission.deployed.Revision;

/** Puts verdicts into words. */
final class Verdicts {
    private Verdicts() {}

    /**
     * Of a definition that was only tried.
     *
     * @param good what it is if it passed
     */
    static FilterVerdict tried(String name, Examination trial, String good) {
        String sentence = trial.passed()
                ? "filter " + name + " " + good + samples(trial)
                : "filter " + name + " is not taken: " + Sentences.first(trial.errors());
        return new FilterVerdict(trial.passed(), false, trial.samples(), trial.errors(), sentence);
    }

    static FilterVerdict already(String name, Revision revision) {
        return new FilterVerdict(
                true,
                false,
                0,
                List.of(),
                "filter " + name + " is in force with this text already: it is " + revision.title());
    }

    /**
     * Of a definition that was put in.
     *
     * @param inForce whether it is; if not, something is ranked higher, or a jail was changed meanwhile
     */
    static FilterVerdict put(Revision revision, Examination trial, List<Problem> doubts, boolean inForce) {
        String sentence = "filter " + revision.filter() + ": " + revision.title()
                + (inForce ? " is in force" : " is kept, and not in force; see the filter's status") + samples(trial)
                + (doubts.isEmpty() ? "" : ", and something is doubtful: " + Sentences.first(doubts));
        return new FilterVerdict(inForce, inForce, trial.samples(), doubts, sentence);
    }

    /**
     * Of a definition that cannot be taken out.
     *
     * @param trial of what would be in force instead
     */
    static FilterVerdict stays(String name, Examination trial) {
        String sentence = "filter " + name + " stays deployed, because what would be in force instead does not pass: "
                + Sentences.first(trial.errors());
        return new FilterVerdict(false, false, trial.samples(), trial.errors(), sentence);
    }

    static FilterVerdict takenOut(String name, Examination trial, String next) {
        String sentence = "filter " + name + " is taken out, and " + next + " is in force"
                + (next.equals("nothing") ? "; jails that use it wait" : "");
        return new FilterVerdict(true, true, trial.samples(), List.of(), sentence);
    }

    private static String samples(Examination trial) {
        return switch (trial.samples()) {
            case 0 -> "";
            case 1 -> "; its one sample came out as it says";
            default -> "; its " + trial.samples() + " samples came out as they say";
        };
    }
}
