// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.text.Address;

/**
 * What a complete look says about a list as a whole.
 *
 * @param listing what was seen
 * @param flushed whether the list was emptied since it was first filled
 * @param stalest the oldest newest stamp of ours, the sentinel's included
 * @param missing whether any of ours is missing
 * @param foreign how many entries are not ours
 * @param foreignInTheWay those among them that the kernel would not drop before any of ours
 */
record Findings(Listing listing, boolean flushed, long stalest, boolean missing, int foreign, int foreignInTheWay) {

    /**
     * @param ours those that were written before the look, and maybe others
     */
    static Findings of(Listing listing, boolean flushed, List<Entry> ours) {
        Set<Address> addresses = ours.stream().map(Entry::address).collect(Collectors.toSet());
        addresses.add(Sentinel.ADDRESS);
        List<Long> stamps = addresses.stream()
                .filter(listing::holds)
                .map(address -> listing.lines().get(address).lastSeen())
                .toList();
        long stalest = stamps.stream()
                .reduce((left, right) -> Jiffies.isBefore(right, left) ? right : left)
                .orElse(Long.MAX_VALUE);
        int inTheWay = (int) listing.lines().entrySet().stream()
                .filter(line -> !addresses.contains(line.getKey()))
                .filter(line ->
                        !stamps.isEmpty() && !Jiffies.isBefore(line.getValue().lastSeen(), stalest))
                .count();
        return new Findings(
                listing, flushed, stalest, stamps.size() < addresses.size(), listing.size() - stamps.size(), inTheWay);
    }
}
