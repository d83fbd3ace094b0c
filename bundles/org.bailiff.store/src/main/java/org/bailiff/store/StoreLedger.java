// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bailiff.api.store.StoreStatus;

/** What the files tell of themselves, for the store's status. Thread-safe; the fields belong to the lock of this. */
final class StoreLedger {
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final Map<String, String> losses = new TreeMap<>();
    private long records;
    private long damaged;
    private Duration restoring = Duration.ZERO;

    /** Notes that a jail's log is open; false if it was. */
    synchronized boolean opened(String jail) {
        return sizes.putIfAbsent(jail, 0L) == null;
    }

    synchronized void closed(String jail) {
        sizes.remove(jail);
        problems.remove(jail);
    }

    synchronized void loaded(String jail, long bytes, Duration took) {
        sizes.put(jail, bytes);
        restoring = restoring.plus(took);
    }

    synchronized void appended(String jail, long bytes) {
        sizes.put(jail, bytes);
        records++;
    }

    /** Notes what of a jail, or of another part, is not kept; the sentence stands until it is {@link #mended}. */
    synchronized void failed(String part, String sentence) {
        problems.put(part, sentence);
    }

    /** What is not kept of it; empty if nothing. */
    synchronized String problem(String part) {
        return problems.getOrDefault(part, "");
    }

    /** Notes that all of a jail is kept. */
    synchronized void mended(String jail, long bytes) {
        sizes.put(jail, bytes);
        problems.remove(jail);
    }

    /** Notes that all of another part is kept. */
    synchronized void mended(String part) {
        problems.remove(part);
    }

    /** Notes what is lost; it is told until the end of the process, because people are to look after the disk. */
    synchronized void lost(String part, String sentence, long lines) {
        losses.put(part, sentence);
        damaged += lines;
    }

    synchronized StoreStatus status() {
        List<String> reasons = new ArrayList<>(problems.values());
        reasons.addAll(losses.values());
        if (!losses.isEmpty()) {
            reasons.add(
                    "All that could be read is remembered; look after the disk. This is told until the next start.");
        }
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        return new StoreStatus(
                reasons.isEmpty(), String.join(" ", reasons), bytes, records, damaged, sizes.size(), restoring);
    }
}
