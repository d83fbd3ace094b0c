// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Network;

/** Finds the network that is to be banned in the place of many of its addresses. Used by the jail's thread. */
final class Neighbourhoods {
    private static final int FEWEST = 2;

    private final BanBook book;
    private final BanDrafts drafts;

    Neighbourhoods(BanBook book, BanDrafts drafts) {
        this.book = book;
        this.drafts = drafts;
    }

    /**
     * The network to be banned because of this ban of an address.
     *
     * @param crowded whether room is short: then half as many neighbours are enough, in any network
     */
    Optional<Network> worthBanning(Ban ban, Thresholds thresholds, boolean crowded) {
        NetworkBans wanted = thresholds.networkBans();
        if (!wanted.isOn()) {
            return Optional.empty();
        }
        Network around = NetworkBans.networkOf(ban.target().base());
        if (book.within(around).size() >= wanted.neighbours() && isAllowed(around, thresholds, ban.since())) {
            return Optional.of(around);
        }
        return crowded ? fullest(Math.max(FEWEST, wanted.neighbours() / 2), thresholds, ban.since()) : Optional.empty();
    }

    private Optional<Network> fullest(int enough, Thresholds thresholds, Instant when) {
        Map<Network, Integer> counts = new HashMap<>();
        book.bans().stream()
                .filter(ban -> ban.target().isSingle())
                .forEach(ban -> counts.merge(NetworkBans.networkOf(ban.target().base()), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= enough)
                .filter(count -> isAllowed(count.getKey(), thresholds, when))
                .max(Map.Entry.<Network, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** Nobody who is never banned is kept out with his network. */
    private static boolean isAllowed(Network network, Thresholds thresholds, Instant when) {
        return thresholds.ignoreList().within(network, when).isEmpty();
    }

    /**
     * The ban of a network in the place of those of its addresses: it lasts as long as the last of them, and at least as
     * long as the jail bans.
     *
     * @param trigger the ban that led to it
     */
    Ban banOf(Network network, Ban trigger, Thresholds thresholds) {
        List<Ban> members = book.within(network);
        return new Ban(
                Ban.idOf(trigger.jail(), network, trigger.since()),
                trigger.jail(),
                network,
                trigger.since(),
                lastEnd(
                        members,
                        drafts.banTime(network, trigger.since(), thresholds).endFrom(trigger.since())),
                drafts.count(network, trigger.since(), thresholds),
                BanOrigin.NEIGHBOURS,
                Caller.DAEMON.principal(),
                members.size() + " of its addresses were banned",
                trigger.evidence());
    }

    /** Empty if one of them never ends. */
    private static Optional<Instant> lastEnd(List<Ban> members, Optional<Instant> least) {
        if (least.isEmpty()
                || members.stream().anyMatch(member -> member.until().isEmpty())) {
            return Optional.empty();
        }
        return Stream.concat(least.stream(), members.stream().flatMap(member -> member.until().stream()))
                .max(Comparator.naturalOrder());
    }
}
