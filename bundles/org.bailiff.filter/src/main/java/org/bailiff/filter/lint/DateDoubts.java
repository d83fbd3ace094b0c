// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bailiff.api.filter.FilterException;
import org.bailiff.filter.date.DateFinder;
import org.bailiff.filter.date.FoundDate;
import org.bailiff.filter.definition.SourceRegex;
import org.bailiff.filter.match.Trial;
import org.bailiff.filter.regex.Regex;
import org.bailiff.text.SafeText;

/** Finds date patterns that find nothing: by a date that is written as they want it. */
final class DateDoubts {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    /** What each directive is to say; names of months and days are taken from the pattern. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("Y", "2026"),
            Map.entry("y", "26"),
            Map.entry("m", "11"),
            Map.entry("d", "23"),
            Map.entry("j", "327"),
            Map.entry("H", "11"),
            Map.entry("I", "11"),
            Map.entry("M", "15"),
            Map.entry("S", "18"),
            Map.entry("f", "123"),
            Map.entry("z", "Z"),
            Map.entry("s", "1763870400"),
            Map.entry("t", "@4000000068f0a1b2c3d4e5f6"));

    private static final Pattern LOOK = Pattern.compile("\\(\\?<?[=!]");
    private static final int MOST_STEPS = 20_000;
    private static final int SHOWN = 60;

    private DateDoubts() {}

    /** What to say of each pattern; those without a doubt are not there. */
    static Map<SourceRegex, String> complaints(List<SourceRegex> sources) {
        Map<SourceRegex, String> complaints = new LinkedHashMap<>();
        List<SourceRegex> earlier = new ArrayList<>();
        for (SourceRegex source : sources) {
            if (isOwn(source.text())) {
                complaint(source, earlier).ifPresent(message -> complaints.put(source, message));
            }
            earlier.add(source);
        }
        return complaints;
    }

    /** The usual formats, and none, are right; of what else must stand around a date, no example can be made. */
    private static boolean isOwn(String text) {
        return !text.contains("{DATE}")
                && !text.equals("{^LN-BEG}")
                && !text.equals("{NONE}")
                && !LOOK.matcher(text).find();
    }

    private static Optional<String> complaint(SourceRegex source, List<SourceRegex> earlier) {
        try {
            DateFinder finder = DateFinder.of(List.of(source), ZoneOffset.UTC);
            Regex regex = finder.rules().get(0).regex();
            if (SAID.keySet().stream().noneMatch(regex::captures)) {
                // It is there to cut nothing out, so that no other pattern does.
                return Optional.empty();
            }
            String date = Example.of(regex.tree(), SAID).text();
            return saysTooLittle(regex).or(() -> unfound(finder, date)).or(() -> shadow(finder, date, earlier));
        } catch (FilterException wrong) {
            throw new IllegalStateException("the pattern was compiled before", wrong);
        }
    }

    private static Optional<String> saysTooLittle(Regex regex) {
        if (says(regex, "s", "t")) {
            return Optional.empty();
        }
        boolean month = says(regex, "m", "b");
        boolean day = says(regex, "d");
        if (month != day || says(regex, "Y", "y") && !month && !says(regex, "j")) {
            return Optional.of("a date by it has no month or no day, so that it is no date, or the first of the month;"
                    + " write both, as in %Y-%m-%d %H:%M:%S");
        }
        return says(regex, "H", "I")
                ? Optional.empty()
                : Optional.of("a date by it has no time of day, so that every line of a day is of its midnight; write"
                        + " the time too, as in %Y-%m-%d %H:%M:%S");
    }

    private static boolean says(Regex regex, String... directives) {
        return Stream.of(directives).anyMatch(regex::captures);
    }

    private static Optional<String> unfound(DateFinder finder, String date) {
        Optional<FoundDate> found = find(finder, date);
        if (found.isEmpty()) {
            return Optional.of("it does not find '" + shown(date)
                    + "', which is written as it wants it; see what stands around its directives");
        }
        return found.get().instant().isPresent()
                ? Optional.empty()
                : Optional.of("of '" + shown(date) + "', which is written as it wants it, no time can be made; write"
                        + " directives as in %Y-%m-%d %H:%M:%S");
    }

    private static Optional<String> shadow(DateFinder finder, String date, List<SourceRegex> earlier) {
        FoundDate own = find(finder, date).orElseThrow();
        for (SourceRegex source : earlier) {
            if (isOwn(source.text()) && takesAll(source, date, own)) {
                return Optional.of("what it finds, such as '" + shown(date) + "', datepattern " + source.number()
                        + " finds before it; put it first, or remove it");
            }
        }
        return Optional.empty();
    }

    private static boolean takesAll(SourceRegex source, String date, FoundDate own) {
        try {
            return find(DateFinder.of(List.of(source), ZoneOffset.UTC), date)
                    .filter(found -> found.place().start() == own.place().start() && found.end() == own.end())
                    .isPresent();
        } catch (FilterException wrong) {
            throw new IllegalStateException("the pattern was compiled before", wrong);
        }
    }

    private static Optional<FoundDate> find(DateFinder finder, String date) {
        return finder.find(
                NOW, (rule, reach) -> Trial.of(rule.regex(), date, MOST_STEPS).match(), null);
    }

    private static String shown(String date) {
        return SafeText.of(date, SHOWN);
    }
}
