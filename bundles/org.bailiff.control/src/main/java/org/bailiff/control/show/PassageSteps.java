// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.api.jail.LineExplanation.Passage;
import org.bailiff.text.SafeText;

/** A line's way through a filter for people, a sentence for each step. */
final class PassageSteps {
    private static final int LONGEST_REGEX = 300;

    private final Passage passage;
    private final Discretion discretion;
    private final Times times;
    private final List<String> steps = new ArrayList<>();

    private PassageSteps(Passage passage, Discretion discretion, Times times) {
        this.passage = passage;
        this.discretion = discretion;
        this.times = times;
    }

    /**
     * @param arrival when the line is taken to be written
     */
    static List<String> of(Passage passage, Instant arrival, Discretion discretion, Times times) {
        PassageSteps steps = new PassageSteps(passage, discretion, times);
        steps.tellDate(arrival);
        steps.steps.add("Text: " + discretion.rest(passage.trace().text()));
        steps.tellSearches();
        steps.tellMatch();
        return steps.steps;
    }

    private void tellDate(Instant arrival) {
        Trace trace = passage.trace();
        Optional<Trace.Date> date = trace.date();
        boolean known = date.isPresent() && date.get().pattern() == 0;
        if (date.isPresent() && !known) {
            String pattern = text(passage.rules().datePatterns(), date.get().pattern());
            steps.add("Date: " + discretion.text(date.get().written()) + ", by pattern "
                    + date.get().pattern() + ": " + pattern);
        } else {
            steps.add("Date: " + (known ? "none is looked for, its source knows the time" : "none found"));
        }
        boolean now = trace.time().equals(arrival);
        String why = date.isEmpty()
                ? (now ? ", now, for the line has none" : ", that of the line before, for this has none")
                : (now ? ", now, for the line's own is over 60 seconds off" : ", as the line says");
        steps.add("Time: " + times.moment(trace.time()) + (known ? "" : why));
    }

    private void tellSearches() {
        List<Trace.Search> searches = passage.trace().searches();
        int index = 0;
        while (index < searches.size()) {
            int end = endOfMisses(searches, index);
            if (end > index + 1) {
                steps.add(searches.get(index).key() + " " + searches.get(index).number() + " to "
                        + searches.get(end - 1).number() + ": missed");
                index = end;
            } else {
                steps.add(told(searches.get(index)));
                index++;
            }
        }
    }

    /** Where the misses of one key end that begin here. */
    private static int endOfMisses(List<Trace.Search> searches, int start) {
        int end = start;
        while (end < searches.size()
                && searches.get(end).outcome() == Trace.Outcome.MISSED
                && searches.get(end).key().equals(searches.get(start).key())) {
            end++;
        }
        return end;
    }

    private String told(Trace.Search search) {
        String name = search.key().equals("prefregex") ? search.key() : search.key() + " " + search.number();
        String outcome =
                switch (search.outcome()) {
                    case MATCHED -> "matched";
                    case MISSED -> "missed";
                    case CUT_OFF -> "cut off, for it took too long, and so found nothing";
                };
        String captures = new TreeMap<>(search.captures())
                .entrySet().stream()
                        .map(capture -> SafeText.of(capture.getKey()) + "="
                                + discretion.capture(capture.getKey(), capture.getValue()))
                        .collect(Collectors.joining(", "));
        return name + ": " + outcome + ", " + search.steps() + " steps: " + regex(search)
                + (captures.isEmpty() ? "" : " -> " + captures);
    }

    private String regex(Trace.Search search) {
        FilterRules rules = passage.rules();
        return switch (search.key()) {
            case "prefregex" -> text(rules.prefRegex().stream().toList(), 1);
            case "ignoreregex" -> text(rules.ignoreRegexes(), search.number());
            default -> text(rules.failRegexes(), search.number());
        };
    }

    private static String text(List<String> texts, int number) {
        return number <= texts.size() ? SafeText.of(texts.get(number - 1), LONGEST_REGEX) : "";
    }

    private void tellMatch() {
        Match match = passage.trace().match();
        if (match instanceof Match.Helper helper) {
            steps.add("Session: regex " + helper.regex()
                    + (helper.pending()
                            ? " finds a failure in it, which counts as soon as a line of it tells whose"
                            : " only tells something of it"));
        }
    }
}
