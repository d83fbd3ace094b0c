// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bailiff.api.store.StoreStatus;

/** What the open logs tell of themselves, for the store's status. Thread-safe; the fields belong to the lock of this. */
final class StoreLedger {
    private static final int NAMED_DAMAGES = 3;

    private final Map<String, Long> sizes = new TreeMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private final List<String> damages = new ArrayList<>();
    private long records;
    private long damaged;

    /** Notes that a jail's log is open; false if it was. */
    synchronized boolean opened(String jail) {
        return sizes.putIfAbsent(jail, 0L) == null;
    }

    synchronized void closed(String jail) {
        sizes.remove(jail);
        problems.remove(jail);
    }

    synchronized void sized(String jail, long bytes) {
        sizes.put(jail, bytes);
    }

    synchronized void appended(String jail, long bytes) {
        sizes.put(jail, bytes);
        records++;
    }

    /** Notes what of a jail is not kept; the sentence stands until it is {@link #mended}. */
    synchronized void failed(String jail, String sentence) {
        problems.put(jail, sentence);
    }

    /** Notes that all of a jail is kept. */
    synchronized void mended(String jail, long bytes) {
        sizes.put(jail, bytes);
        problems.remove(jail);
    }

    /** Notes a damaged line; it is told until the end of the process, because what it said is lost. */
    synchronized void damaged(String path, int line) {
        damaged++;
        if (damages.size() < NAMED_DAMAGES) {
            damages.add(path + " line " + line);
        }
    }

    synchronized StoreStatus status() {
        List<String> reasons = new ArrayList<>(problems.values());
        if (damaged > 0) {
            reasons.add(damageSentence());
        }
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        return new StoreStatus(reasons.isEmpty(), String.join(" ", reasons), bytes, records, damaged);
    }

    private String damageSentence() {
        long unnamed = damaged - damages.size();
        return "Damaged, and so forgotten: " + String.join(", ", damages)
                + (unnamed > 0 ? " and " + unnamed + " more" : "")
                + "; the lines are set aside in a file beside it that ends in .damaged, so look after the disk.";
    }
}
