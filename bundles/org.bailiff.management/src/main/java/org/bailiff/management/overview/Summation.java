// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;

/** Adds up, from look to look, what jails say. Used by one thread. */
public final class Summation {
    private final Map<String, StreamTally> streams = new HashMap<>();
    private final Map<String, FilterTally> filters = new HashMap<>();

    /**
     * What it all comes to now.
     *
     * @param offered all filters; empty if nobody knows them
     */
    public Overview look(List<JailStatus> jails, Optional<List<FilterStatus>> offered) {
        return new Overview(streams(jails), uses(jails), offered.map(Summation::byName));
    }

    private SortedMap<String, StreamUse> streams(List<JailStatus> jails) {
        Map<String, SortedMap<String, SourceStatus>> readers = new HashMap<>();
        for (JailStatus jail : jails) {
            for (SourceStatus source : jail.sources()) {
                readers.computeIfAbsent(source.stream(), unseen -> new TreeMap<>())
                        .put(jail.name(), source);
            }
        }
        streams.keySet().retainAll(readers.keySet());
        SortedMap<String, StreamUse> uses = new TreeMap<>();
        readers.forEach((stream, statuses) -> uses.put(
                stream,
                streams.computeIfAbsent(stream, unseen -> new StreamTally()).look(statuses)));
        return uses;
    }

    private SortedMap<String, FilterUse> uses(List<JailStatus> jails) {
        Map<String, List<JailStatus>> users = new HashMap<>();
        for (JailStatus jail : jails) {
            if (!jail.filter().isBlank()) {
                users.computeIfAbsent(jail.filter(), unseen -> new ArrayList<>())
                        .add(jail);
            }
        }
        filters.keySet().retainAll(users.keySet());
        SortedMap<String, FilterUse> uses = new TreeMap<>();
        users.forEach((filter, statuses) -> uses.put(
                filter,
                filters.computeIfAbsent(filter, unseen -> new FilterTally()).look(statuses)));
        return uses;
    }

    private static SortedMap<String, FilterStatus> byName(List<FilterStatus> offered) {
        SortedMap<String, FilterStatus> filters = new TreeMap<>();
        offered.forEach(filter -> filters.put(filter.name(), filter));
        return filters;
    }
}
