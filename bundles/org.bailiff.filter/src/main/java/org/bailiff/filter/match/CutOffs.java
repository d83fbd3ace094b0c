// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.api.filter.CutOff;
import org.bailiff.filter.regex.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the searches that were cut off, for each regex, and says so: the first, and then each time it has doubled. */
final class CutOffs {
    private static final Logger LOG = LoggerFactory.getLogger(CutOffs.class);

    private final String filter;
    private final Map<Rule, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();

    CutOffs(String filter) {
        this.filter = filter;
    }

    void count(Rule rule) {
        total.incrementAndGet();
        long count = counts.computeIfAbsent(rule, first -> new AtomicLong()).incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.warn(
                    "filter {}: a search took too long and was cut off, {} so far, by {} {}: {}",
                    filter,
                    count,
                    rule.key(),
                    rule.number(),
                    rule.text());
        }
    }

    /** Of all regexes together. */
    long total() {
        return total.get();
    }

    /** All of which searches were cut off, in the order of keys and numbers. */
    List<CutOff> list() {
        return counts.entrySet().stream()
                .map(entry -> new CutOff(
                        entry.getKey().key(),
                        entry.getKey().number(),
                        entry.getKey().text(),
                        entry.getValue().get()))
                .sorted(Comparator.comparing(CutOff::key).thenComparing(CutOff::number))
                .toList();
    }
}
