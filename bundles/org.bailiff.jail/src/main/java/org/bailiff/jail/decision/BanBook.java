// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.bailiff.api.Ban;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.api.store.BanHistory;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** The bans in force, and a bounded memory of those that ended. */
final class BanBook {
    private static final Comparator<Ban> SOONEST_FIRST =
            Comparator.comparing((Ban ban) -> ban.until().orElse(Instant.MAX)).thenComparing(Ban::target);

    /** So many stale bans in the queue are never worth the cleaning. */
    private static final int SLACK = 64;

    /** So many ended bans a jail remembers even if the others' take all the room. */
    private static final int REMEMBERED_ANYWAY = 200;

    private final Room room;
    private final TreeMap<Network, Ban> bans = new TreeMap<>();
    /** How many of them are of networks: while there is none, an address needs no search. */
    private int networks;

    private final PriorityQueue<Ban> ending = new PriorityQueue<>(SOONEST_FIRST);
    /** The one that ended longest ago first. */
    private final LinkedHashMap<Network, BanHistory> history = new LinkedHashMap<>();
    /** How many of them are of networks: while there is none, only an address' own is looked for. */
    private int endedNetworks;
    /** None of them ended later. */
    private Instant latestEnd = Instant.MIN;

    BanBook(Room room) {
        this.room = room;
    }

    /**
     * Adds a ban, in the place of one of the same target.
     *
     * @return the ban as it is kept: where room is short, without what led to it, so that more bans have room
     */
    Ban add(Ban decided) {
        Ban ban = room.isLeftForEvidence() ? decided : withoutEvidence(decided);
        room.take(Room.cost(ban));
        Ban before = bans.put(ban.target(), ban);
        networks += before == null && !ban.target().isSingle() ? 1 : 0;
        if (before != null) {
            room.give(Room.cost(before));
        }
        ending.add(ban);
        if (ending.size() > 2 * bans.size() + SLACK) {
            // What was ended early would stand there until its time: years, or for ever.
            ending.clear();
            ending.addAll(bans.values());
        }
        return ban;
    }

    private static Ban withoutEvidence(Ban ban) {
        return new Ban(
                ban.id(),
                ban.jail(),
                ban.target(),
                ban.since(),
                ban.until(),
                ban.count(),
                ban.origin(),
                ban.by(),
                ban.reason(),
                List.of());
    }

    /** Ends the ban of a target at this moment; empty if it has none. */
    Optional<BanHistory> end(Network target, Instant ended) {
        Ban ban = bans.remove(target);
        if (ban == null) {
            return Optional.empty();
        }
        networks -= target.isSingle() ? 0 : 1;
        room.give(Room.cost(ban));
        BanHistory entry = new BanHistory(target, ban.count(), ended);
        remember(entry);
        return Optional.of(entry);
    }

    /** Remembers an ended ban. */
    void remember(BanHistory entry) {
        int before = history.size();
        forget(entry.target());
        history.put(entry.target(), entry);
        latestEnd = entry.ended().isAfter(latestEnd) ? entry.ended() : latestEnd;
        endedNetworks += entry.target().isSingle() ? 0 : 1;
        room.takeEnded(history.size() - before);
        if (history.size() > REMEMBERED_ANYWAY && !room.isLeftForEnded()) {
            forget(history.keySet().iterator().next());
            room.takeEnded(-1);
        }
    }

    private void forget(Network target) {
        if (history.remove(target) != null && !target.isSingle()) {
            endedNetworks--;
        }
    }

    /** Moves the times of bans, and of those that ended, along with a clock that was set. */
    void move(ClockShift shift) {
        bans.replaceAll((target, ban) -> moved(ban, shift));
        ending.clear();
        ending.addAll(bans.values());
        history.replaceAll((target, past) -> new BanHistory(target, past.count(), shift.moved(past.ended())));
        latestEnd = history.values().stream()
                .map(BanHistory::ended)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static Ban moved(Ban ban, ClockShift shift) {
        boolean within = !shift.moved(ban.since()).equals(ban.since());
        return within
                ? new Ban(
                        ban.id(),
                        ban.jail(),
                        ban.target(),
                        ban.since().plus(shift.by()),
                        ban.until().map(end -> end.plus(shift.by())),
                        ban.count(),
                        ban.origin(),
                        ban.by(),
                        ban.reason(),
                        ban.evidence())
                : ban;
    }

    /** Gives all room back. */
    void close() {
        bans.values().forEach(ban -> room.give(Room.cost(ban)));
        bans.clear();
        ending.clear();
        networks = 0;
        room.takeEnded(-history.size());
        history.clear();
        endedNetworks = 0;
        latestEnd = Instant.MIN;
    }

    /** How many bans, stale ones among them, are kept in mind for their end. */
    int awaited() {
        return ending.size();
    }

    /** The bans whose time is up by now; they stay until they are ended. */
    List<Ban> over(Instant now) {
        List<Ban> over = new ArrayList<>();
        while (!ending.isEmpty() && (ending.peek().isOver(now) || isStale(ending.peek()))) {
            Ban ban = ending.remove();
            if (!isStale(ban)) {
                over.add(ban);
            }
        }
        return over;
    }

    /** A ban that was replaced or ended stands in the queue until it comes to the front. */
    private boolean isStale(Ban ban) {
        return bans.get(ban.target()) != ban;
    }

    /** When the next ban ends; empty if none does. */
    Optional<Instant> nextEnd() {
        while (!ending.isEmpty() && isStale(ending.peek())) {
            ending.remove();
        }
        return Optional.ofNullable(ending.peek()).flatMap(Ban::until);
    }

    Optional<Ban> find(Network target) {
        return Optional.ofNullable(bans.get(target));
    }

    /** The ban that keeps the address out: its own, or its network's. */
    Optional<Ban> covering(Address address) {
        Ban own = bans.isEmpty() ? null : bans.get(Network.single(address));
        if (own != null || networks == 0) {
            return Optional.ofNullable(own);
        }
        return bans.values().stream()
                .filter(ban -> !ban.target().isSingle() && ban.target().contains(address))
                .findFirst();
    }

    /** The bans of single addresses of the network, ordered. */
    List<Ban> within(Network network) {
        List<Ban> within = new ArrayList<>();
        // The network itself stands before all of its addresses, and they stand together.
        for (Ban ban : bans.tailMap(network, false).values()) {
            if (!network.contains(ban.target().base())) {
                break;
            }
            if (ban.target().isSingle()) {
                within.add(ban);
            }
        }
        return within;
    }

    Optional<BanHistory> past(Network target) {
        return Optional.ofNullable(history.get(target));
    }

    /** Whether any ended ban is remembered. */
    boolean hasEnded() {
        return !history.isEmpty();
    }

    /** Whether a ban may have ended after this moment; of a log that is read as it is written, seldom one has. */
    boolean mayHaveEndedAfter(Instant moment) {
        return latestEnd.isAfter(moment);
    }

    /** When the last ban ended that kept the address out: its own, or its network's. */
    Optional<Instant> lastEnd(Address address) {
        BanHistory own = history.get(Network.single(address));
        BanHistory around = endedNetworks == 0 ? null : history.get(NetworkBans.networkOf(address));
        if (own == null || around == null) {
            return Optional.ofNullable(own == null ? around : own).map(BanHistory::ended);
        }
        return Optional.of(own.ended().isAfter(around.ended()) ? own.ended() : around.ended());
    }

    /** Which ban of the target the next one is, from 1, if those do not count that ended before this moment. */
    int nextCount(Network target, Instant oldest) {
        BanHistory past = history.get(target);
        return past == null || past.ended().isBefore(oldest) ? 1 : past.count() + 1;
    }

    /** Ordered by target. */
    Collection<Ban> bans() {
        return bans.values();
    }

    Map<Network, BanHistory> history() {
        return history;
    }
}
