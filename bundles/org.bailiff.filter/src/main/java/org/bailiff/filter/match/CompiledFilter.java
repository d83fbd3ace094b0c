// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Session;
import org.bailiff.filter.date.FoundDate;
import org.bailiff.filter.regex.Regex;

/**
 * A line's way: the date is cut out; the prefix must match, and may say what the failregexes see; the first failregex that
 * matches counts; an ignoreregex may veto; what is left is a failure, or tells something of its session.
 */
public final class CompiledFilter implements Matcher {
    private static final Match MISSED = new Match.Missed();

    private final String name;
    private final List<String> failRegexes;
    private final Rules rules;
    private final CutOffs cutOffs;

    /**
     * @param failRegexes as the definition writes them, for people
     */
    public CompiledFilter(String name, List<String> failRegexes, Rules rules) {
        this.name = name;
        this.failRegexes = List.copyOf(failRegexes);
        this.rules = rules;
        this.cutOffs = new CutOffs(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> failRegexes() {
        return failRegexes;
    }

    /** For the sieve. */
    public Rules rules() {
        return rules;
    }

    @Override
    public boolean needsEveryLine() {
        return false;
    }

    /** How many searches were cut off because they took too long. */
    public long cutOff() {
        return cutOffs.total();
    }

    @Override
    public Session newSession() {
        return new LineSession(new Connections(), null);
    }

    @Override
    public Session restoreSession(String text) {
        try {
            return text.isEmpty() ? newSession() : SessionText.read(text);
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // The text of another version: the contract is to begin anew.
            return newSession();
        }
    }

    @Override
    public Match match(LogLine line, Session session) {
        // The dates have a budget of their own, so that looking for one in a long line leaves the regexes theirs.
        BoundedSearch dates = new BoundedSearch(cutOffs);
        BoundedSearch search = new BoundedSearch(cutOffs);
        LineSession memory = (LineSession) session;
        Optional<FoundDate> date = rules.dates().find(line.arrival(), regex -> dates.find(regex, line.text()));
        Instant time = memory.timeOf(line, date);
        String rest = date.map(found -> found.cutOutOf(line.text())).orElse(line.text());
        Optional<Sighting> sighting = sight(rest, time, search);
        if (sighting.isEmpty()) {
            return MISSED;
        }
        Optional<Match> veto = veto(rest, search);
        return veto.orElseGet(() -> verdict(sighting.get(), memory));
    }

    private Optional<Sighting> sight(String rest, Instant time, BoundedSearch search) {
        if (rules.prefix().isEmpty()) {
            return firstFailure(rest, time, Captures.NONE, search);
        }
        Regex prefix = rules.prefix().get();
        Optional<MatchResult> match = search.find(prefix, rest);
        if (match.isEmpty()) {
            return Optional.empty();
        }
        Captures captures = Captures.NONE.with(prefix, match.get());
        return firstFailure(captures.value("content").orElse(rest), time, captures, search);
    }

    private Optional<Sighting> firstFailure(String content, Instant time, Captures captures, BoundedSearch search) {
        for (int index = 0; index < rules.failures().size(); index++) {
            Regex regex = rules.failures().get(index);
            Optional<MatchResult> match = search.find(regex, content);
            if (match.isPresent()) {
                return Optional.of(new Sighting(index + 1, captures.with(regex, match.get()), time));
            }
        }
        return Optional.empty();
    }

    private Optional<Match> veto(String rest, BoundedSearch search) {
        for (int index = 0; index < rules.vetoes().size(); index++) {
            if (search.find(rules.vetoes().get(index), rest).isPresent()) {
                return Optional.of(new Match.Ignored(index + 1));
            }
        }
        return Optional.empty();
    }

    private static Match verdict(Sighting sighting, LineSession memory) {
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
