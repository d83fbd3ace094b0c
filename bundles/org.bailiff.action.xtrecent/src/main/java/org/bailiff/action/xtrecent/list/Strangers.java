// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.text.Address;

/**
 * Deals with entries that no jail put into the list, as it is configured. Used by the maintenance thread only.
 *
 * <p>What two looks have shown is dealt with, and nothing shortly after a jail joined: after a restart, what is in the list
 * is mostly that jail's, and it is about to say so.
 */
final class Strangers {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ListContents contents;
    private final Jiffies jiffies;
    private Set<Address> seen = Set.of();
    /** What was offered for adoption already, and is still there. */
    private final Set<Address> offered = new HashSet<>();

    private volatile Instant quietSince;
    /** Since when what is found is that of the one jail that uses the list, and has forgotten it; empty if it is not. */
    private volatile Optional<Instant> forgotten = Optional.empty();

    Strangers(ListContents contents, Jiffies jiffies, Instant start) {
        this.contents = contents;
        this.jiffies = jiffies;
        this.quietSince = start;
    }

    /** A jail joined the list, which so many use now, and will say what is its. From any thread. */
    void joined(Instant now, int holders) {
        quietSince = now;
        // Whose a forgotten entry is cannot be known any more.
        forgotten = forgotten.filter(moment -> holders == 1);
    }

    /** What is found once the list is quiet, and keeps somebody out now, is adopted, whatever is configured. From any thread. */
    void recollect(Instant now) {
        forgotten = Optional.of(now);
    }

    /** What a look leads to: addresses to be adopted, and how many were taken out. */
    record Result(List<Address> adopted, int removed) {}

    Result apply(Look look, Instant now) {
        Map<Address, Listing.Line> lines = look.listing().lines();
        Set<Address> strangers =
                lines.keySet().stream().filter(address -> !isOurs(address)).collect(Collectors.toSet());
        Set<Address> twice = new HashSet<>(strangers);
        twice.retainAll(seen);
        seen = strangers;
        synchronized (contents) {
            contents.strangers(strangers);
        }
        offered.retainAll(strangers);
        if (Duration.between(quietSince, now).compareTo(GRACE) < 0 || !look.calm()) {
            return new Result(List.of(), 0);
        }
        Optional<Instant> since = forgotten;
        if (since.isPresent()) {
            forgotten = since.filter(moment -> !twice.containsAll(strangers));
            return new Result(adoptable(twice, lines, since.get()), 0);
        }
        return switch (contents.settings().foreign()) {
            case KEEP -> new Result(List.of(), 0);
            case ADOPT -> new Result(adoptable(twice, lines, now), 0);
            case REMOVE -> new Result(List.of(), remove(twice));
        };
    }

    private boolean isOurs(Address address) {
        synchronized (contents) {
            return contents.isOrWasOurs(address);
        }
    }

    /** Those whose lease still runs: an entry that is over keeps nobody out. */
    private List<Address> adoptable(Set<Address> strangers, Map<Address, Listing.Line> lines, Instant now) {
        List<Address> adoptable = new ArrayList<>();
        for (Address address : strangers) {
            boolean runs = jiffies.moment(lines.get(address).lastSeen())
                    .filter(stamp -> stamp.plus(contents.settings().lease()).isAfter(now))
                    .isPresent();
            if (runs && offered.add(address)) {
                adoptable.add(address);
            }
        }
        return adoptable;
    }

    private int remove(Set<Address> strangers) {
        int removed = 0;
        for (Address address : strangers) {
            synchronized (contents) {
                if (!contents.isOurs(address)) {
                    contents.erase(address);
                    removed++;
                }
            }
        }
        return removed;
    }
}
