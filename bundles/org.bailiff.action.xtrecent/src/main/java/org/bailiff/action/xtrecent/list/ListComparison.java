// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.action.Comparison;
import org.bailiff.text.Address;

/** What a holder wants in a list against what a look shows. */
final class ListComparison {
    private static final int MOST_DIFFERENCES = 1000;

    private final ListContents contents;
    private final Holder holder;

    ListComparison(ListContents contents, Holder holder) {
        this.contents = contents;
        this.holder = holder;
    }

    /**
     * @param listing empty if the list cannot be read
     * @param mended whether differences were put right before the look
     */
    Comparison with(Optional<Listing> listing, boolean mended) {
        List<Entry> wanted;
        synchronized (contents) {
            wanted = contents.ledger().heldBy(holder);
        }
        if (listing.isEmpty()) {
            String why = "the list " + name() + " cannot be read: it does not exist, or was removed just now";
            return new Comparison(wanted.size(), 0, List.of(why), mended);
        }
        List<String> differences = new ArrayList<>();
        long found = 0;
        for (Entry entry : wanted) {
            boolean listed = listing.get().holds(entry.address());
            found += listed ? 1 : 0;
            if (!listed && differences.size() < MOST_DIFFERENCES) {
                differences.add(missing(entry));
            }
        }
        listing.get().lines().keySet().stream()
                .filter(this::isForeign)
                .limit(MOST_DIFFERENCES - differences.size())
                .forEach(address ->
                        differences.add(address + " is in the list " + name() + ", and no jail has put it there"));
        return new Comparison(wanted.size(), found, differences, mended);
    }

    private String missing(Entry entry) {
        synchronized (contents) {
            String why = entry.isPending() ? ": " + contents.obstacle(entry) : "";
            return entry.address() + " is not in the list " + name() + why;
        }
    }

    private boolean isForeign(Address address) {
        synchronized (contents) {
            return !contents.isOurs(address);
        }
    }

    private String name() {
        return contents.settings().name();
    }
}
