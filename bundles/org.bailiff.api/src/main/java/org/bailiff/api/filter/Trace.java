// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line's way through a filter, step by step.
 *
 * @param date what the date was; empty if none was found
 * @param time of the line, by its date or without it
 * @param text what is left of the line without its date: with {@code maxlines}, of several lines
 * @param searches which regexes were tried, in this order: prefix, failregexes, ignoreregexes; after the one that decides,
 *     none is tried
 * @param steps how often all searches together looked at a character, those for the date too
 * @param match the verdict
 */
public record Trace(Optional<Date> date, Instant time, String text, List<Search> searches, int steps, Match match) {

    public Trace {
        searches = List.copyOf(searches);
    }

    /**
     * A date that was found.
     *
     * @param pattern its number in {@link FilterRules#datePatterns}, from 1; 0 if the source knew the time
     * @param written as the line writes it; empty if the source knew it
     */
    public record Date(int pattern, String written) {}

    /**
     * A regex that was tried.
     *
     * @param key of the definition: prefregex, failregex or ignoreregex
     * @param number among those of the key, from 1
     * @param outcome what came of it
     * @param captures what its named groups took, if it matched
     * @param steps how often it looked at a character
     */
    public record Search(String key, int number, Outcome outcome, Map<String, String> captures, int steps) {
        public Search {
            captures = Map.copyOf(captures);
        }
    }

    /** What came of a search. */
    public enum Outcome {
        /** It matched. */
        MATCHED,
        /** It did not. */
        MISSED,
        /** It took more steps than a line may cost, and so has found nothing. */
        CUT_OFF
    }
}
