// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Evidence;

/** What failure windows are to be, without a thought of memory: a list of objects an id. */
final class ModelWindows {
    private final Map<String, List<Evidence>> windows = new LinkedHashMap<>();

    void add(String id, Evidence failure, Duration findTime, int maxRetry) {
        List<Evidence> window = windows.getOrDefault(id, new ArrayList<>());
        window.add(failure);
        // Stable: failures of the same time stay in the order in which they came.
        window.sort(Comparator.comparing(Evidence::time));
        Instant oldest = window.get(window.size() - 1).time().minus(findTime);
        window.removeIf(counted -> counted.time().isBefore(oldest));
        while (window.size() > maxRetry) {
            window.remove(0);
        }
        windows.remove(id);
        windows.put(id, window);
    }

    void clear(String id) {
        windows.remove(id);
    }

    void move(Duration by, Instant from, Instant to) {
        windows.replaceAll((id, window) -> window.stream()
                .map(failure -> failure.time().isBefore(from) || failure.time().isAfter(to)
                        ? failure
                        : new Evidence(
                                failure.time().plus(by),
                                failure.regex(),
                                failure.attempts(),
                                failure.line(),
                                failure.address()))
                .sorted(Comparator.comparing(Evidence::time))
                .collect(ArrayList::new, List::add, List::addAll));
    }

    /** Whether the id may be forgotten before this moment. */
    boolean isTooOld(String id, Instant oldest) {
        return newest(windows.get(id)).isBefore(oldest);
    }

    /** The ids that must be forgotten: nobody whose failures are newer was added before them. */
    List<String> forgottenBefore(Instant oldest) {
        return windows.entrySet().stream()
                .takeWhile(window -> newest(window.getValue()).isBefore(oldest))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant newest(List<Evidence> window) {
        return window.get(window.size() - 1).time();
    }

    Map<String, List<Evidence>> all() {
        return windows;
    }
}
