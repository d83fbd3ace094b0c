// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.date;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.bailiff.api.filter.FilterException;
import org.bailiff.filter.definition.SourceRegex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.bailiff.filter.regex.Rule;

/** Finds a line's date: of all that the patterns find, the leftmost. Immutable. */
public final class DateFinder {
    private static final String NO_DATE = "{NONE}";
    private static final String USUAL = "{DATE}";

    /** How a regex is run on the line. */
    @FunctionalInterface
    public interface Search {
        Optional<MatchResult> find(Rule rule);
    }

    private final List<DatePattern> patterns;
    private final ZoneId zone;

    private DateFinder(List<DatePattern> patterns, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.zone = zone;
    }

    /**
     * A finder of these patterns, or of the usual ones if there are none.
     *
     * @param zone of dates that name none
     * @throws FilterException if one is wrong
     */
    public static DateFinder of(List<SourceRegex> sources, ZoneId zone) throws FilterException {
        List<DatePattern> patterns = new ArrayList<>();
        for (SourceRegex source : sources) {
            patterns.addAll(patterns(source, patterns.size() + 1));
        }
        return sources.isEmpty() ? usual(zone) : new DateFinder(patterns, zone);
    }

    private static DateFinder usual(ZoneId zone) {
        try {
            return new DateFinder(UsualDates.within("", "", 1), zone);
        } catch (RegexSyntaxException impossible) {
            throw new IllegalStateException("the usual dates are constants", impossible);
        }
    }

    private static List<DatePattern> patterns(SourceRegex source, int number) throws FilterException {
        String text = source.text();
        if (text.equals(NO_DATE)) {
            return List.of();
        }
        try {
            int usual = text.indexOf(USUAL);
            return usual < 0
                    ? List.of(DatePattern.of(named(text), number))
                    : UsualDates.within(text.substring(0, usual), text.substring(usual + USUAL.length()), number);
        } catch (RegexSyntaxException wrong) {
            throw source.error(wrong);
        }
    }

    /** fail2ban's one word for a whole pattern. */
    private static String named(String text) {
        return text.equalsIgnoreCase("Epoch") ? "{^LN-BEG}{EPOCH}" : text;
    }

    /** The patterns as they are written, the first is number 1. */
    public List<String> texts() {
        return patterns.stream().map(DatePattern::toString).toList();
    }

    /** Whether what it finds, and what is cut out of the line, is never a part of a word. */
    public boolean isBounded() {
        return patterns.stream().allMatch(DatePattern::isBounded);
    }

    /** The line's date, or empty if it has none that exists. */
    public Optional<FoundDate> find(Instant arrival, Search search) {
        FoundDate leftmost = null;
        for (DatePattern pattern : patterns) {
            Optional<FoundDate> found = find(pattern, arrival, search);
            if (found.isPresent() && (leftmost == null || found.get().start() < leftmost.start())) {
                leftmost = found.get();
            }
            if (leftmost != null && leftmost.start() == 0) {
                break;
            }
        }
        return Optional.ofNullable(leftmost);
    }

    private Optional<FoundDate> find(DatePattern pattern, Instant arrival, Search search) {
        Optional<MatchResult> match = search.find(pattern.rule());
        return match.flatMap(found -> DateCompletion.instant(pattern.fields(found), arrival, zone)
                .map(instant -> new FoundDate(pattern.rule().number(), found.start(), found.end(), instant)));
    }
}
