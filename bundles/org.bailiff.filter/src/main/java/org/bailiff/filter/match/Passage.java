// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.date.FoundDate;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.Rule;
import org.bailiff.filter.regex.Tags;

/**
 * One line's way: the date is cut out; the prefix must match, and may say what the failregexes see; the first failregex
 * that matches counts; an ignoreregex may veto; what is left is a failure, or tells something of its session. Used for one
 * line.
 */
final class Passage {
    private static final Match MISSED = new Match.Missed();
    /** Definitions count on it: {@code \\s} may well be the last thing that they want. */
    private static final char LINE_END = '\n';

    private final Rules rules;
    private final Budget budget = Budget.of(BoundedSearch.LINE_STEPS);
    private final BoundedSearch dates;
    private final BoundedSearch search;
    private final LineSession memory;

    private Optional<FoundDate> date = Optional.empty();
    private Instant time;
    private String text;
    private String content;
    private Captures captures = Captures.NONE;

    Passage(Rules rules, CutOffs cutOffs, Consumer<Trace.Search> spectator, LineSession memory) {
        this.rules = rules;
        this.dates = new BoundedSearch(cutOffs, budget.part(BoundedSearch.DATE_STEPS), BoundedSearch.UNSEEN);
        this.search = new BoundedSearch(cutOffs, budget, spectator);
        this.memory = memory;
    }

    Match match(LogLine line) {
        if (line.stamp().isEmpty()) {
            date = rules.dates()
                    .find(
                            line.arrival(),
                            (rule, reach) -> dates.find(rule, beginning(line.text(), reach)),
                            memory.dates().lastPlace());
            date.ifPresent(found -> memory.dates().remember(found.place()));
        }
        time = memory.timeOf(line, date.flatMap(FoundDate::instant).or(line::stamp));
        String rest = date.map(found -> found.cutOutOf(line.text())).orElse(line.text());
        if (rules.maxLines() > 1) {
            memory.window().add(rest);
            text = memory.window().text();
        } else {
            text = rest + LINE_END;
        }
        if (!matchesPrefix()) {
            return MISSED;
        }
        Optional<Match> veto = rules.vetoFirst() ? veto() : Optional.empty();
        return veto.orElseGet(this::judge);
    }

    private Match judge() {
        Optional<Sighting> sighting = firstFailure();
        if (sighting.isEmpty()) {
            return MISSED;
        }
        Optional<Match> veto = rules.vetoFirst() ? Optional.empty() : veto();
        return veto.orElseGet(() -> memory.verdict(sighting.get()));
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** What it was, told after {@link #match}. */
    Trace trace(LogLine line, List<Trace.Search> searches, Match match) {
        Optional<Trace.Date> told = line.stamp().isPresent()
                ? Optional.of(new Trace.Date(0, ""))
                : date.map(found -> new Trace.Date(found.place().pattern(), found.in(line.text())));
        return new Trace(told, time, text, searches, BoundedSearch.LINE_STEPS - budget.left(), match);
    }

    /** Whether the prefix matches, if there is one: what it captures is taken over, and what it says is the content. */
    private boolean matchesPrefix() {
        content = text;
        if (rules.prefix().isEmpty()) {
            return true;
        }
        Rule prefix = rules.prefix().get();
        Optional<MatchResult> match = search.find(prefix, text);
        match.ifPresent(found -> {
            captures = Captures.NONE.with(prefix.regex(), found);
            captures.mark("content").filter(told -> !told.isEmpty()).ifPresent(told -> content = told + LINE_END);
        });
        return match.isPresent();
    }

    private Optional<Sighting> firstFailure() {
        for (Rule rule : rules.failures()) {
            Optional<MatchResult> match = search.find(rule, content);
            if (match.isPresent()) {
                forget(rule.regex(), match.get());
                return Optional.of(new Sighting(rule.number(), captures.with(rule.regex(), match.get()), time));
            }
        }
        return Optional.empty();
    }

    /** Lines that made a match make no other one; those that it skipped may. */
    private void forget(Regex regex, MatchResult match) {
        if (rules.maxLines() > 1) {
            memory.window()
                    .remove((start, end) ->
                            start < match.end() && end >= match.start() && !isSkipped(regex, match, start, end));
        }
    }

    private static boolean isSkipped(Regex regex, MatchResult match, int start, int end) {
        return regex.groups().entrySet().stream()
                .filter(group -> group.getKey().startsWith(Tags.SKIPPED))
                .anyMatch(group -> match.start(group.getValue()) <= start && end < match.end(group.getValue()));
    }

    private Optional<Match> veto() {
        for (Rule rule : rules.vetoes()) {
            if (search.find(rule, content).isPresent()) {
                return Optional.of(new Match.Ignored(rule.number()));
            }
        }
        return Optional.empty();
    }
}
