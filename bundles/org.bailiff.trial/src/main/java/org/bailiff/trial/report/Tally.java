// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.util.HashMap;
import java.util.Map;
import org.bailiff.api.filter.Trace;

/** Counts lines, and how often each regex and each date pattern hit. Used by one thread. */
final class Tally {
    private final Map<String, Long> hits = new HashMap<>();
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
        switch (Kind.of(trace.match())) {
            case MATCHED -> matched++;
            case IGNORED -> ignored++;
            case MISSED -> missed++;
        }
    }

    private void hit(String key, int number) {
        hits.merge(key + number, 1L, Long::sum);
    }

    /** How often this regex of this key hit. */
    long hits(String key, int number) {
        return hits.getOrDefault(key + number, 0L);
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
