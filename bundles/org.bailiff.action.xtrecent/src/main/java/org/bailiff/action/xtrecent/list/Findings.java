// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bailiff.text.Address;

/**
 * What a complete look says about a list as a whole.
 *
 * @param listing what was seen
 * @param flushed whether the list was emptied since it was first filled
 * @param stalest the oldest newest stamp of ours, the sentinel's included
 * @param vanished how many entries were there at the look before or were written since, and are not there
 * @param foreign those that are not ours and that the kernel would not drop before any of ours
 */
record Findings(Listing listing, boolean flushed, long stalest, int vanished, Set<Address> foreign) {

    /**
     * @param before the look before
     * @param written our entries that were written before the look, without the sentinel
     * @param isOurs tells which addresses are ours, those too that were lost and are to be written again
     */
    static Findings of(
            Listing listing, boolean flushed, Listing before, Set<Address> written, Predicate<Address> isOurs) {
        Set<Address> ours = new HashSet<>(written);
        ours.add(Sentinel.ADDRESS);
        Optional<Long> stalest = ours.stream()
                .filter(listing::holds)
                .map(address -> listing.lines().get(address).lastSeen())
                .reduce((left, right) -> Jiffies.isBefore(right, left) ? right : left);
        Set<Address> foreign = listing.lines().entrySet().stream()
                .filter(line ->
                        stalest.isPresent() && !Jiffies.isBefore(line.getValue().lastSeen(), stalest.get()))
                .map(line -> line.getKey())
                .filter(isOurs.negate())
                .collect(Collectors.toSet());
        Set<Address> vanished = new HashSet<>(before.lines().keySet());
        vanished.addAll(written);
        vanished.removeAll(listing.lines().keySet());
        return new Findings(listing, flushed, stalest.orElse(Long.MAX_VALUE), vanished.size(), foreign);
    }
}
