// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bailiff.text.Address;

/**
 * What must hold of a list and of what is told of it, whatever happens to it. It sees the kernel's list as it is, and what
 * the jails have asked for; it knows nothing of how the list is kept.
 */
final class ListModel {
    /** What a hindrance leaves behind is made good within so many rounds. */
    private static final int ROUNDS_TO_RECOVER = 3;
    /** Where it is longest. */
    private static final Duration JIFFY = Duration.ofMillis(10);

    private final FakeKernelList kernel;
    private final ListSettings settings;
    private final List<SimulatedJail> jails = new ArrayList<>();
    private final Calm calm = new Calm();
    private final HandDelistings delistings = new HandDelistings();
    /** Added by somebody else, and not banned by a jail since. */
    private final Set<Address> foreign = new HashSet<>();
    /** Left behind by a daemon that ended, with their stamps: they stay until their lease ends. */
    private final Map<Address, Long> leftBehind = new HashMap<>();
    /** Told as evicted in this step, by all who wanted it. */
    private final Set<Address> evictedNow = new HashSet<>();

    private final Set<Address> delistedNow = new HashSet<>();
    private int mostForeign;
    private int foreignSinceLook;
    private long evicted;
    private long delisted;

    ListModel(FakeKernelList kernel, ListSettings settings) {
        this.kernel = kernel;
        this.settings = settings;
        kernel.onPushedOut = this::pushedOut;
    }

    void add(SimulatedJail jail) {
        jails.add(jail);
    }

    Calm calm() {
        return calm;
    }

    /** What a running jail has asked for. */
    Set<Address> wanted() {
        Set<Address> wanted = new TreeSet<>();
        jails.forEach(jail -> wanted.addAll(jail.handed()));
        return wanted;
    }

    boolean isWanted(Address address) {
        return jails.stream().anyMatch(jail -> jail.handed().contains(address));
    }

    private Instant end(Address address) {
        return jails.stream()
                .filter(jail -> jail.handed().contains(address))
                .map(jail -> jail.end(address))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean kernelKeepsAsManyAsConfigured() {
        return kernel.capacity >= settings.capacity();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }

    /** Something happened to what is in the list, which may explain what is missing. */
    void disturbed() {
        calm.disturbed();
        delistings.becomeUncertain();
    }

    /** The daemon may be unable to write. */
    void hindered() {
        calm.hindered();
        delistings.becomeUncertain();
    }

    void addedByHand(Address address) {
        foreignSinceLook++;
        if (!isWanted(address)) {
            foreign.add(address);
        }
        countForeign();
        disturbed();
    }

    /** Somebody is about to take it out. */
    void takenOutByHand(Address address) {
        if (isWanted(address) && kernel.addresses().contains(address)) {
            boolean certain = calm.undisturbedFor(ROUNDS_TO_RECOVER)
                    && calm.withoutBansFor(ROUNDS_TO_RECOVER)
                    && kernel.swallowed.isEmpty()
                    && kernelKeepsAsManyAsConfigured();
            delistings.happened(address, calm.rounds(), certain);
            calm.disturbed();
        } else {
            disturbed();
        }
    }

    /** A jail is about to ask for a ban; whether a jail wants it already. */
    boolean asked(Address address) {
        evictedNow.remove(address);
        delistedNow.remove(address);
        return isWanted(address);
    }

    /** A ban is answered. */
    void answered(Address address, boolean wasWanted, boolean inForce) {
        calm.banned();
        delistings.becomeUncertain();
        if (!wasWanted) {
            delistings.noLongerWanted(address);
        }
        foreign.remove(address);
        boolean mayBeUnseen = wasWanted && !calm.undisturbedFor(2) || kernel.swallowed.contains(address);
        require(
                !inForce || mayBeUnseen || kernel.matches(address, settings.lease()),
                address + " was answered to be in force, and is not in the kernel's list");
    }

    /** A jail has ended a ban. */
    void ended(Address address) {
        if (!isWanted(address)) {
            delistings.noLongerWanted(address);
        }
    }

    void toldDelisted(SimulatedJail jail, Address address) {
        require(jail.handed().contains(address), address + " was told as delisted to " + jail + ", who does not ban it");
        require(delistings.include(address), address + " was told as delisted, and nobody took it out by hand");
        delisted += delistedNow.add(address) ? 1 : 0;
    }

    void toldEvicted(SimulatedJail jail, Address address) {
        require(jail.handed().contains(address), address + " was told as evicted to " + jail + ", who does not ban it");
        if (!evictedNow.contains(address)) {
            requireReason(address);
            evictedNow.add(address);
            evicted++;
        }
    }

    private void requireReason(Address address) {
        Set<Address> others = wanted();
        others.removeAll(evictedNow);
        others.remove(address);
        require(
                others.stream().noneMatch(other -> end(other).isBefore(end(address))),
                address + " was evicted, and another ban ends before it");
        countForeign();
        int room = Math.max(0, settings.capacity() - 2 - mostForeign);
        require(
                !kernelKeepsAsManyAsConfigured() || !kernel.swallowed.isEmpty() || others.size() + 1 > room,
                address + " was evicted, and there is room for " + room + " bans, which are " + (others.size() + 1));
    }

    /** The kernel dropped an entry for want of room, which is never left to it. */
    private void pushedOut(Address address) {
        boolean foreseen = kernelKeepsAsManyAsConfigured() && foreignSinceLook <= 1 && calm.unhinderedFor(1);
        require(
                !foreseen || !isWanted(address) || evictedNow.contains(address),
                "the kernel had to choose whom to push out, and chose " + address);
        disturbed();
    }

    private void countForeign() {
        mostForeign = Math.max(mostForeign, foreignNow());
    }

    private int foreignNow() {
        Set<Address> others = new HashSet<>(kernel.addresses());
        others.remove(Sentinel.ADDRESS);
        others.removeAll(wanted());
        return others.size();
    }

    /** A daemon begins, or the list is used anew. */
    void begun() {
        evicted = 0;
        delisted = 0;
        hindered();
    }

    /** What is in the list now, of these addresses, stays there until its lease ends. */
    void leftBehind(Set<Address> addresses) {
        mostForeign += addresses.size();
        addresses.stream()
                .filter(kernel.addresses()::contains)
                .forEach(address -> leftBehind.put(address, kernel.newestStamp(address)));
    }

    /** Called after a round. */
    void roundEnded(int foreignMeanwhile) {
        calm.round();
        foreignSinceLook = calm.unhinderedFor(1) ? foreignMeanwhile : foreignSinceLook;
        mostForeign = calm.undisturbedFor(ROUNDS_TO_RECOVER) ? foreignNow() : Math.max(mostForeign, foreignNow());
        if (calm.unhinderedFor(ROUNDS_TO_RECOVER)) {
            wanted().stream()
                    .filter(kernel.addresses()::contains)
                    .filter(address -> !delistings.include(address))
                    .forEach(this::requireRenewed);
        }
    }

    int foreignSinceLook() {
        return foreignSinceLook;
    }

    private void requireRenewed(Address address) {
        var latest = settings.lease().dividedBy(2).plus(ListKeeper.INTERVAL);
        require(
                kernel.age(address).compareTo(latest) <= 0,
                "the lease of " + address + " was not renewed for " + kernel.age(address));
    }

    /** What must hold after every step. */
    void check() {
        evictedNow.clear();
        delistedNow.clear();
        foreign.retainAll(kernel.addresses());
        countForeign();
        if (calm.unhinderedFor(ROUNDS_TO_RECOVER)) {
            requireNobodyKeptOutWithoutReason();
            List<String> mistakes = delistings.mistakes(calm.rounds(), kernel.addresses());
            require(mistakes.isEmpty(), String.join("; ", mistakes));
        }
        jails.stream().filter(SimulatedJail::isRunning).forEach(this::checkTold);
    }

    private void requireNobodyKeptOutWithoutReason() {
        Set<Address> wanted = wanted();
        for (Address address : kernel.addresses()) {
            boolean old = leftBehind.containsKey(address) && leftBehind.get(address) == kernel.newestStamp(address);
            boolean reason = wanted.contains(address) || foreign.contains(address) || address.equals(Sentinel.ADDRESS);
            require(
                    old || reason || !kernel.matches(address, settings.lease()),
                    address + " is kept out, and nobody wants that");
        }
    }

    private void checkTold(SimulatedJail jail) {
        var entries = jail.status().entries();
        var totals = jail.status().totals();
        require(
                entries.current() + entries.pending() == jail.handed().size(),
                jail + " bans " + jail.handed().size() + ", and the status says " + entries);
        require(totals.evicted() == evicted, evicted + " were told as evicted, and the status says " + totals);
        require(totals.delisted() == delisted, delisted + " were told as delisted, and the status says " + totals);
        if (calm.undisturbedFor(ROUNDS_TO_RECOVER) && kernelKeepsAsManyAsConfigured()) {
            jail.handed().forEach(address -> requireTruth(jail, address));
        }
    }

    private void requireTruth(SimulatedJail jail, Address address) {
        boolean said = jail.prove(address).inForce();
        boolean is = kernel.matches(address, settings.lease());
        // The kernel's lease ends with a jiffy that ours does not reach.
        boolean isEnding =
                is && kernel.age(address).plus(JIFFY).compareTo(settings.lease()) >= 0;
        require(
                kernel.swallowed.contains(address) || isEnding || said == is,
                address + " is " + (said ? "said to be in force, and is not" : "in force, and said not to be"));
    }

    /** What must hold once nothing has happened for a while. */
    void checkAtRest() {
        for (SimulatedJail jail : jails) {
            for (Address address : jail.handed()) {
                require(kernel.matches(address, settings.lease()), address + " should be in force, and is not");
                requireTruth(jail, address);
                require(jail.prove(address).confirmed().isPresent(), address + " was not read back");
            }
            var entries = jail.status().entries();
            require(
                    entries.pending() == 0 && entries.max() >= entries.current(),
                    "all is in force, and the status of " + jail + " says " + entries);
            require(jail.handed().containsAll(jail.bans()), jail + " bans what the list does not know of");
        }
        delistings.clear();
    }
}
