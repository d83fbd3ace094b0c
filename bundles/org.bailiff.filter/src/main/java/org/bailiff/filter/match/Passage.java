// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.filter.date.FoundDate;
import org.bailiff.filter.regex.Rule;

/**
 * One line's way: the date is cut out; the prefix must match, and may say what the failregexes see; the first failregex
 * that matches counts; an ignoreregex may veto; what is left is a failure, or tells something of its session. Used for one
 * line.
 */
final class Passage {
    private static final Match MISSED = new Match.Missed();

    private final Rules rules;
    private final BoundedSearch dates;
    private final BoundedSearch search;
    private final LineSession memory;

    private Optional<FoundDate> date = Optional.empty();
    private Instant time;
    private String text;

    Passage(Rules rules, CutOffs cutOffs, Consumer<Trace.Search> spectator, LineSession memory) {
        this.rules = rules;
        // The dates have a budget of their own, so that looking for one in a long line leaves the regexes theirs.
        this.dates = new BoundedSearch(cutOffs, BoundedSearch.UNSEEN);
        this.search = new BoundedSearch(cutOffs, spectator);
        this.memory = memory;
    }

    Match match(LogLine line) {
        if (line.stamp().isEmpty()) {
            date = rules.dates().find(line.arrival(), rule -> dates.find(rule, line.text()), memory.lastPlace());
            date.ifPresent(found -> memory.remember(found.place()));
        }
        time = memory.timeOf(line, date.map(FoundDate::instant).or(line::stamp));
        text = date.map(found -> found.cutOutOf(line.text())).orElse(line.text());
        Optional<Sighting> sighting = sight();
        if (sighting.isEmpty()) {
            return MISSED;
        }
        return veto().orElseGet(() -> verdict(sighting.get()));
    }

    /** What it was, told after {@link #match}. */
    Trace trace(LogLine line, List<Trace.Search> searches, Match match) {
        Optional<Trace.Date> told = line.stamp().isPresent()
                ? Optional.of(new Trace.Date(0, ""))
                : date.map(found -> new Trace.Date(found.place().pattern(), found.in(line.text())));
        return new Trace(told, time, text, searches, match);
    }

    private Optional<Sighting> sight() {
        if (rules.prefix().isEmpty()) {
            return firstFailure(text, Captures.NONE);
        }
        Rule prefix = rules.prefix().get();
        Optional<MatchResult> match = search.find(prefix, text);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        Captures captures = Captures.NONE.with(prefix.regex(), match.get());
        return firstFailure(captures.value("content").orElse(text), captures);
    }

    private Optional<Sighting> firstFailure(String content, Captures captures) {
        for (Rule rule : rules.failures()) {
            Optional<MatchResult> match = search.find(rule, content);
            if (match.isPresent()) {
                return Optional.of(new Sighting(rule.number(), captures.with(rule.regex(), match.get()), time));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> veto() {
        for (Rule rule : rules.vetoes()) {
            if (search.find(rule, text).isPresent()) {
                return Optional.of(new Match.Ignored(rule.number()));
            }
        }
        return Optional.empty();
    }

    private Match verdict(Sighting sighting) {
        Optional<String> key = sighting.session();
        Optional<Failure> failure = key.isPresent() ? memory.connections().take(key.get(), sighting) : alone(sighting);
        return failure.<Match>map(found -> new Match.Found(List.of(found)))
                .orElseGet(() -> new Match.Helper(sighting.regex()));
    }

    /** The failure of a line that belongs to no session. */
    private static Optional<Failure> alone(Sighting sighting) {
        Captures captures = sighting.captures();
        return sighting.isHelper() || captures.id().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        sighting.failure(captures, 1, captures.user().stream().toList()));
    }
}
