// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.Optional;
import org.bailiff.filter.match.Trial;
import org.bailiff.filter.regex.Regex;
import org.bailiff.text.SafeText;

/**
 * Finds regexes whose steps grow fast with the line: with its length's third power or faster. Those that grow with the
 * square are many and only waste the budget of a very long line.
 */
final class Growth {
    /** From so many rounds on the power shows. */
    private static final int FIRST_ROUNDS = 16;

    private static final int LAST_ROUNDS = 128;
    private static final int MOST_STEPS = 200_000;
    /** Below that, what is not a loop's outweighs the loops. */
    private static final int FEWEST_STEPS = 300;
    /** Twice the rounds, more than four times the steps: with the third power it is nearly eight times. */
    private static final double CUBIC = 6.3;

    private static final double EXPONENTIAL = 100;
    /** Long enough to see what is repeated. */
    private static final int SHOWN = 60;

    /** For all regexes of a definition: those for which none is left are not looked at. */
    private int stepsLeft = 10_000_000;

    /** What to say of the regex; empty if its steps grow slowly enough. */
    Optional<String> complaint(Regex regex) {
        for (Pump pump : Pumps.of(regex.tree())) {
            // Of a stream, only a few lines are seen at once.
            double fastest = pump.food().contains("\n") ? 0 : growth(regex, pump);
            if (stepsLeft <= 0) {
                return Optional.empty();
            }
            if (fastest >= CUBIC) {
                return Optional.of(sentence(pump, fastest));
            }
        }
        return Optional.empty();
    }

    private double growth(Regex regex, Pump pump) {
        int before = steps(regex, pump, FIRST_ROUNDS / 2);
        double fastest = 0;
        for (int rounds = FIRST_ROUNDS; rounds <= LAST_ROUNDS && before < MOST_STEPS; rounds *= 2) {
            int steps = steps(regex, pump, rounds);
            double growth = (double) steps / before;
            if (steps >= FEWEST_STEPS) {
                fastest = Math.max(fastest, growth);
            }
            if (growth < 3 || fastest >= CUBIC) {
                break;
            }
            before = steps;
        }
        return fastest;
    }

    private int steps(Regex regex, Pump pump, int rounds) {
        if (stepsLeft <= 0) {
            return MOST_STEPS;
        }
        int steps = Math.max(Trial.of(regex, pump.rounds(rounds), MOST_STEPS).steps(), 1);
        stepsLeft -= steps;
        return steps;
    }

    private static String sentence(Pump pump, double growth) {
        String how = growth >= EXPONENTIAL ? "exponentially with" : "at least with the third power of";
        return "its steps grow " + how + " the length of a line such as '" + SafeText.of(pump.rounds(3), SHOWN)
                + "' ('" + SafeText.of(pump.food(), SHOWN)
                + "' again and again), so that such a line is cut off and missed; let loops that"
                + " stand side by side or in each other take different characters";
    }
}
