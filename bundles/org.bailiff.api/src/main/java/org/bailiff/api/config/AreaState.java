// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What has become of an area of {@code bailiff.conf}: told by the component that works by it, for the {@link DaemonCheck}
 * of the same bundle. Thread-safe.
 */
public final class AreaState {
    private static final Work NONE = new Work(Map.of(), () -> Optional.of(List.of()));

    private volatile Work work = NONE;

    /** What is worked by, and what has come of it; empty as long as nobody knows. */
    private record Work(Map<String, Setting> settings, Supplier<Optional<List<Problem>>> outcome) {}

    /**
     * From now on these settings are worked by.
     *
     * @param settings by key, without the area
     * @param outcome what does not work at the moment it is asked; empty as long as it was not tried. At once, any thread
     */
    public void begin(Map<String, Setting> settings, Supplier<Optional<List<Problem>>> outcome) {
        work = new Work(Map.copyOf(settings), outcome);
    }

    /** The area is not in force any more. */
    public void end() {
        work = NONE;
    }

    /** See {@link DaemonCheck#troubles}. */
    public List<Problem> troubles() {
        return work.outcome().get().orElse(List.of());
    }

    /** See {@link DaemonCheck#isSettled}. */
    public boolean isSettled(Map<String, Setting> settings) {
        Work now = work;
        return now.settings().equals(settings) && now.outcome().get().isPresent();
    }
}
