// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.filter.Matcher;

/**
 * How often a jail's regexes were cut off, through all the matchers that it has had. Used by the jail's thread; what it
 * has counted may be read by any.
 */
final class CutOffTally {
    /** How long after the last one the jail's state tells of it. */
    private static final Duration NEWS = Duration.ofMinutes(10);
    /** More regexes than a definition has; of those that are gone, the oldest counts are dropped. */
    private static final int MOST = 500;

    /** Which regex. */
    private record Regex(String key, int number, String text) {
        static Regex of(CutOff cutOff) {
            return new Regex(cutOff.key(), cutOff.number(), cutOff.regex());
        }
    }

    private final Consumer<CutOff> news;
    /** By matchers that are replaced. */
    private final Map<Regex, Long> past = new LinkedHashMap<>();

    private Matcher matcher;
    private long seen;
    private Instant last = Instant.MIN;
    private volatile List<CutOff> counted = List.of();
    private volatile String remark = "";

    /**
     * @param news is told of a regex that was cut off for the first time, and each time its count has doubled
     */
    CutOffTally(Consumer<CutOff> news) {
        this.news = news;
    }

    /** Looks at what the matcher has counted; quick if that is nothing new. */
    void look(Matcher lookingAtIt, Instant now) {
        if (matcher != lookingAtIt) {
            replace(lookingAtIt);
        }
        long total = matcher.cutOffTotal();
        if (total != seen) {
            seen = total;
            last = now;
            count();
        }
    }

    /** Forgets that it is news, when it is not any more. */
    void age(Instant now) {
        if (!remark.isEmpty() && now.isAfter(last.plus(NEWS))) {
            remark = "";
        }
    }

    private void replace(Matcher next) {
        past.clear();
        counted.stream()
                .skip(Math.max(counted.size() - MOST, 0))
                .forEach(cutOff -> past.put(Regex.of(cutOff), cutOff.count()));
        matcher = next;
        seen = 0;
    }

    private void count() {
        Map<Regex, Long> before = new LinkedHashMap<>();
        counted.forEach(cutOff -> before.put(Regex.of(cutOff), cutOff.count()));
        Map<Regex, Long> sums = new LinkedHashMap<>(past);
        matcher.cutOffs().forEach(cutOff -> sums.merge(Regex.of(cutOff), cutOff.count(), Long::sum));
        List<CutOff> after = new ArrayList<>();
        sums.forEach((regex, count) -> after.add(new CutOff(regex.key(), regex.number(), regex.text(), count)));
        counted = List.copyOf(after);
        for (CutOff cutOff : after) {
            long old = before.getOrDefault(Regex.of(cutOff), 0L);
            if (cutOff.count() > old) {
                remark = "lines took " + cutOff.key() + " " + cutOff.number()
                        + " too many steps, so that it was cut off and missed them; look for attackers in the log, and"
                        + " for what 'bailiff check' says of the filter";
                if (Long.highestOneBit(cutOff.count()) > Long.highestOneBit(old)) {
                    news.accept(cutOff);
                }
            }
        }
    }

    /** The regexes that were cut off, each with its count. */
    List<CutOff> counted() {
        return counted;
    }

    /** What people should know of; empty if nothing was cut off lately. */
    Optional<String> remark() {
        return Optional.of(remark).filter(text -> !text.isEmpty());
    }
}
