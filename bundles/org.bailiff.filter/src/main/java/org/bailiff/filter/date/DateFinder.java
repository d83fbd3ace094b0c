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

/**
 * Finds a line's date: of all that the patterns find, the leftmost, and of those at one place the first pattern's. One that
 * names a day or a time that does not exist is cut out like any other, and tells no time. Immutable.
 */
public final class DateFinder {
    private static final String NO_DATE = "{NONE}";
    private static final String USUAL = "{DATE}";

    /**
     * How far into a line the usual formats are looked for, in characters: who logs dates further behind says so with a
     * {@code datepattern}. Otherwise a long line without a date would cost more than all else that is done with it.
     */
    public static final int USUAL_REACH = 2048;

    /** How a regex is run on the line. */
    @FunctionalInterface
    public interface Search {
        /**
         * @param reach how many characters of the line are to be looked at
         */
        Optional<MatchResult> find(Rule rule, int reach);
    }

    /** A pattern that matched, and where. */
    private record Hit(DatePattern pattern, MatchResult match) {
        int start() {
            return pattern.start(match);
        }
    }

    private final List<DatePattern> patterns;
    private final int reach;
    private final ZoneId zone;

    private DateFinder(List<DatePattern> patterns, int reach, ZoneId zone) {
        this.patterns = List.copyOf(patterns);
        this.reach = reach;
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
        return sources.isEmpty() ? usual(zone) : new DateFinder(patterns, Integer.MAX_VALUE, zone);
    }

    private static DateFinder usual(ZoneId zone) {
        try {
            return new DateFinder(UsualDates.all(), USUAL_REACH, zone);
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
            if (text.equals(USUAL)) {
                return UsualDates.all();
            }
            if (text.equals("{^LN-BEG}")) {
                return UsualDates.within(text, "", number);
            }
            int usual = text.indexOf(USUAL);
            return usual < 0
                    ? List.of(DatePattern.of(text, number))
                    : UsualDates.within(text.substring(0, usual), text.substring(usual + USUAL.length()), number);
        } catch (RegexSyntaxException wrong) {
            throw source.error(wrong);
        }
    }

    /** The patterns as they are written, the first is number 1. */
    public List<String> texts() {
        return patterns.stream().map(DatePattern::toString).toList();
    }

    /** The regexes of the patterns, in their order. */
    public List<Rule> rules() {
        return patterns.stream().map(DatePattern::rule).toList();
    }

    /** The same for ASCII bytes. */
    public QuickDates quick() {
        return new QuickDates(patterns, reach, zone);
    }

    /** Whether what it finds, and what is cut out of the line, is never a part of a word. */
    public boolean isBounded() {
        return patterns.stream().allMatch(DatePattern::isBounded);
    }

    /**
     * The line's date, or empty if it has none.
     *
     * @param last the date that the stream's last dated line had: where logs write dates in one form, only that is looked
     *     for; null if there was none
     */
    public Optional<FoundDate> find(Instant arrival, Search search, DatePlace last) {
        Optional<Hit> hit = last == null ? Optional.empty() : again(last, search);
        return hit.or(() -> leftmost(search)).map(found -> date(found, arrival));
    }

    /** What stands where the last date stood, in the same form. */
    private Optional<Hit> again(DatePlace last, Search search) {
        if (last.pattern() > patterns.size()) {
            return Optional.empty();
        }
        return hit(patterns.get(last.pattern() - 1), search).filter(hit -> hit.start() == last.start());
    }

    private Optional<Hit> leftmost(Search search) {
        Hit leftmost = null;
        for (DatePattern pattern : patterns) {
            Optional<Hit> hit = hit(pattern, search);
            if (hit.isPresent() && (leftmost == null || hit.get().start() < leftmost.start())) {
                leftmost = hit.get();
            }
            if (leftmost != null && leftmost.start() == 0) {
                break;
            }
        }
        return Optional.ofNullable(leftmost);
    }

    private Optional<Hit> hit(DatePattern pattern, Search search) {
        return search.find(pattern.rule(), reach)
                .map(match -> new Hit(pattern, match))
                .filter(hit -> hit.start() >= 0);
    }

    private FoundDate date(Hit hit, Instant arrival) {
        DatePlace place = new DatePlace(hit.pattern().rule().number(), hit.start());
        Optional<Instant> instant = DateCompletion.instant(hit.pattern().fields(hit.match()), arrival, zone);
        return new FoundDate(place, hit.pattern().end(hit.match()), instant);
    }
}
