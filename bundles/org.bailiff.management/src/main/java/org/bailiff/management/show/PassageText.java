// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.text.SafeText;

/** A line's way through a filter, for people: a line for each step. */
public final class PassageText {
    private static final int LONGEST_REGEX = 300;

    private final FilterRules rules;
    private final Trace trace;
    private final Discretion discretion;
    private final StringBuilder text = new StringBuilder();

    private PassageText(FilterRules rules, Trace trace, Discretion discretion) {
        this.rules = rules;
        this.trace = trace;
        this.discretion = discretion;
    }

    /** Begins with the outcome. */
    public static String of(FilterRules rules, Trace trace, Discretion discretion) {
        PassageText passage = new PassageText(rules, trace, discretion);
        passage.line("outcome: ", passage.outcome());
        passage.line("date:    ", passage.date());
        passage.line("time:    ", BanText.shown(trace.time()));
        passage.line("text:    ", discretion.text(trace.text()));
        passage.tellSearches();
        return passage.text.toString();
    }

    private void line(String heading, String content) {
        text.append(heading).append(content).append('\n');
    }

    private String outcome() {
        Match match = trace.match();
        if (match instanceof Match.Found found) {
            return found.failures().stream()
                    .map(this::failure)
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
        }
        if (match instanceof Match.Ignored ignored) {
            return "ignored: ignoreregex " + ignored.ignoreRegex() + " vetoes it";
        }
        if (match instanceof Match.Helper helper) {
            return "no failure by itself: regex " + helper.regex()
                    + (helper.pending()
                            ? " finds one that counts as soon as a line of its session tells whose"
                            : " only tells something of a session");
        }
        boolean cut = trace.searches().stream().anyMatch(search -> search.outcome() == Trace.Outcome.CUT_OFF);
        return "missed: " + (cut ? "no regex matches, or those that might were cut off" : "no failregex matches");
    }

    private String failure(Failure failure) {
        String attempts = failure.attempts() == 1 ? "" : ", " + failure.attempts() + " attempts";
        return "a failure of " + discretion.who(failure) + ", by regex " + failure.regex() + attempts;
    }

    private String date() {
        if (trace.date().isEmpty()) {
            return "none found, so the time is that of the line before, or now if there is none";
        }
        Trace.Date date = trace.date().get();
        return date.pattern() == 0
                ? "its source knows the time"
                : discretion.text(date.written()) + ", by date pattern " + date.pattern() + ": "
                        + regex(rules.datePatterns(), date.pattern());
    }

    private void tellSearches() {
        int missed = 0;
        for (Trace.Search search : trace.searches()) {
            if (search.outcome() == Trace.Outcome.MISSED) {
                missed++;
            } else {
                line(search.key() + " " + search.number() + " ", told(search));
            }
        }
        if (missed > 0) {
            line("", missed + " of " + trace.searches().size() + " regexes tried do not match");
        }
    }

    private String told(Trace.Search search) {
        String outcome = search.outcome() == Trace.Outcome.CUT_OFF
                ? "took too many steps, was cut off and so found nothing: "
                : "matches: ";
        String captures = discretion.captures(search.captures());
        return outcome + regex(search) + (captures.isEmpty() ? "" : "; " + captures);
    }

    private String regex(Trace.Search search) {
        return switch (search.key()) {
            case "prefregex" -> regex(rules.prefRegex().stream().toList(), 1);
            case "ignoreregex" -> regex(rules.ignoreRegexes(), search.number());
            default -> regex(rules.failRegexes(), search.number());
        };
    }

    private static String regex(List<String> regexes, int number) {
        return number <= regexes.size() ? SafeText.of(regexes.get(number - 1), LONGEST_REGEX) : "";
    }
}
