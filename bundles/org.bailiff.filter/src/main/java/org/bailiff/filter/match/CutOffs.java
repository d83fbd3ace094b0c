// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bailiff.filter.regex.Regex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the searches that were cut off, for each regex, and says so: the first, and then each time it has doubled. */
final class CutOffs {
    private static final Logger LOG = LoggerFactory.getLogger(CutOffs.class);

    private final String filter;
    private final Map<Regex, AtomicLong> counts = new ConcurrentHashMap<>();

    CutOffs(String filter) {
        this.filter = filter;
    }

    void count(Regex regex) {
        long count = counts.computeIfAbsent(regex, first -> new AtomicLong()).incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.warn(
                    "filter {}: a search took too long and was cut off, {} so far, by the regex {}",
                    filter,
                    count,
                    regex);
        }
    }

    long total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }
}
