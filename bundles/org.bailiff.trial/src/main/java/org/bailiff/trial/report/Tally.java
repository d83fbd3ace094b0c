// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;

/** Counts lines, and how often each regex and each date pattern hit. Used by one thread. */
final class Tally {
    private static final String FAIL_REGEX = "failregex";

    /** By the definition's key, at the regex's number. */
    private final Map<String, long[]> hits = new HashMap<>();

    private long ignored;
    private long matched;
    private long missed;
    private long nanos;

    /**
     * @param took how long the matcher took, in nanoseconds
     */
    void add(Trace trace, long took) {
        nanos += took;
        trace.date().ifPresent(date -> hit("datepattern", date.pattern()));
        for (Trace.Search search : trace.searches()) {
            if (search.outcome() == Trace.Outcome.MATCHED) {
                hit(search.key(), search.number());
            }
        }
        count(Kind.of(trace.match()));
    }

    /** A verdict alone: the regex that decided has hit. */
    void add(Match match) {
        if (match instanceof Match.Found found) {
            found.failures().forEach(failure -> hit(FAIL_REGEX, failure.regex()));
        } else if (match instanceof Match.Helper helper) {
            hit(FAIL_REGEX, helper.regex());
        } else if (match instanceof Match.Ignored vetoed) {
            hit("ignoreregex", vetoed.ignoreRegex());
        }
        count(Kind.of(match));
    }

    /** So many lines more were missed. */
    void missed(long count) {
        missed += count;
    }

    private void count(Kind kind) {
        switch (kind) {
            case MATCHED -> matched++;
            case IGNORED -> ignored++;
            case MISSED -> missed++;
        }
    }

    private void hit(String key, int number) {
        long[] counts = hits.computeIfAbsent(key, first -> new long[number + 1]);
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, number + 1);
            hits.put(key, counts);
        }
        counts[number]++;
    }

    /** How often this regex of this key hit. */
    long hits(String key, int number) {
        long[] counts = hits.get(key);
        return counts == null || number >= counts.length ? 0 : counts[number];
    }

    /** How often the regexes of this key hit, up to this number. */
    long total(String key, int count) {
        long total = 0;
        for (int number = 1; number <= count; number++) {
            total += hits(key, number);
        }
        return total;
    }

    long lines() {
        return ignored + matched + missed;
    }

    /** How long the matcher took for all lines, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** fail2ban-regex's last line. */
    @Override
    public String toString() {
        return "Lines: " + lines() + " lines, " + ignored + " ignored, " + matched + " matched, " + missed + " missed";
    }
}
