// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.action.Notice;
import org.bailiff.text.Address;

/**
 * How many bans a list has room for. The kernel drops the stalest entry once its own bound is reached, so we stay below it.
 * The bound cannot be asked for: it is configured, and if the kernel is seen to keep fewer, that is learnt. Guarded by the
 * list's lock.
 */
final class Capacity {
    /** For the sentinel, and one that stays free. */
    static final int RESERVED = 2;
    /** So often must looks show that the kernel pushed something out. */
    private static final int SIGNS = 3;
    /** After so many looks that do not, earlier ones no longer count. */
    private static final int QUIET = 20;

    private final ListSettings settings;
    /** Entries that are not ours and take up room. */
    private Set<Address> foreign = new HashSet<>();

    private int bound;
    private int signs;
    private int quiet;
    /** How many entries there were at the last sign. */
    private int sizeThen;

    private boolean full;
    private boolean toldFull;
    private boolean toldBound;

    Capacity(ListSettings settings) {
        this.settings = settings;
        this.bound = settings.capacity();
    }

    int room() {
        return Math.max(0, bound - RESERVED - foreign.size());
    }

    /** Whether so many bans leave less than a tenth of the room. */
    boolean isNearlyFull(int bans) {
        return bans * 10L > room() * 9L;
    }

    int foreign() {
        return foreign.size();
    }

    /** These entries are not ours and take up room. */
    void foreign(Set<Address> addresses) {
        foreign = new HashSet<>(addresses);
    }

    /** The entry of this address was ours, and stays. */
    void becameForeign(Address address) {
        foreign.add(address);
    }

    /** The entry of this address, if there is any, is ours now or taken out. */
    void noLongerForeign(Address address) {
        foreign.remove(address);
    }

    /** The list is another one now. */
    void startOver() {
        foreign = new HashSet<>();
        bound = settings.capacity();
        signs = 0;
    }

    /**
     * What a look showed.
     *
     * @param size how many entries there were
     * @param pushedOut whether one of ours can only have been pushed out by the kernel
     */
    void looked(int size, boolean pushedOut) {
        quiet = pushedOut ? 0 : quiet + 1;
        // A list that is full stays at its size: when it grows, somebody took something out, and it was put back.
        boolean sameSize = pushedOut ? size == sizeThen : size <= sizeThen;
        signs = (quiet > QUIET || !sameSize ? 0 : signs) + (pushedOut ? 1 : 0);
        sizeThen = pushedOut ? size : sizeThen;
        if (pushedOut && signs >= SIGNS && size < bound) {
            bound = Math.max(RESERVED + 1, size);
            signs = 0;
            toldBound = false;
        } else if (size > bound) {
            bound = Math.min(size, settings.capacity());
        }
    }

    /** Notes whether something had to be taken out, or, if not, whether there is room again. */
    void evicted(boolean any, int wanted) {
        if (any) {
            full = true;
        } else if (wanted < room()) {
            full = false;
            toldFull = false;
        }
    }

    /** What people have not been told yet; each once. */
    Optional<Notice> news() {
        if (bound < settings.capacity() && !toldBound) {
            toldBound = true;
            return Optional.of(new Notice(
                    Notice.Kind.LIST_FULL,
                    "the kernel keeps no more than " + bound + " entries in the list " + settings.name()
                            + ", although 'capacity' says " + settings.capacity() + "; write capacity=" + bound
                            + ", or raise ip_list_tot"));
        }
        if (full && !toldFull) {
            toldFull = true;
            return Optional.of(new Notice(
                    Notice.Kind.LIST_FULL,
                    fullness() + "; the bans that end first are taken out; raise ip_list_tot and 'capacity', or spread"
                            + " the jail over several lists with 'lists'"));
        }
        return Optional.empty();
    }

    /** Why bans are taken out before their time, in a sentence; empty if there is room. */
    String shortage() {
        return full ? fullness() + "; the bans that end first are taken out" : "";
    }

    String fullness() {
        return "the list " + settings.name() + " is full: " + room() + " bans on a capacity of " + bound
                + (foreign.isEmpty() ? "" : ", " + foreign.size() + " entries are not Bailiff's");
    }
}
