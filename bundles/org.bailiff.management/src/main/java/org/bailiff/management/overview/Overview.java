// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.overview;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bailiff.api.filter.FilterStatus;

/**
 * What a look at all jails and filters has found. Immutable.
 *
 * @param streams by the stream's name
 * @param uses what jails make of the filters that they use, by the filter's name
 * @param filters that are offered, by name; empty if it is not known
 */
public record Overview(
        SortedMap<String, StreamUse> streams,
        SortedMap<String, FilterUse> uses,
        Optional<SortedMap<String, FilterStatus>> filters) {
    /** Nothing was looked at yet. */
    public static final Overview EMPTY = new Overview(new TreeMap<>(), new TreeMap<>(), Optional.empty());

    public Overview {
        streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
        filters = filters.map(known -> Collections.unmodifiableSortedMap(new TreeMap<>(known)));
    }

    /** What is offered under the name; empty if nothing is, or it is not known. */
    public Optional<FilterStatus> filter(String name) {
        return filters.map(known -> known.get(name));
    }

    public FilterUse use(String filter) {
        return uses.getOrDefault(filter, FilterUse.NONE);
    }

    public Optional<StreamUse> stream(String name) {
        return Optional.ofNullable(streams.get(name));
    }

    /**
     * The filters that somebody cares for: those in use, those that were deployed through management, and those of which
     * something was refused. The rest of a library are only offered.
     */
    public Set<String> caredFor() {
        Set<String> names = new TreeSet<>(uses.keySet());
        filters.map(Map::values).stream()
                .flatMap(all -> all.stream())
                .filter(filter -> filter.canRollBack() || filter.refused().isPresent())
                .map(FilterStatus::name)
                .forEach(names::add);
        return names;
    }
}
