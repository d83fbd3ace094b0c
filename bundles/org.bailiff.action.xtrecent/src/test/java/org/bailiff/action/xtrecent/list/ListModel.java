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
import java.util.function.Supplier;
import org.bailiff.text.Address;

/**
 * What must hold of a list and of what is told of it, whatever happens to it. It sees the kernel's list as it is, and what
 * the jails have asked for; it knows nothing of how the list is kept.
 */
final class ListModel {
    /** What a hindrance leaves behind is made good within so many rounds. */
    private static final int ROUNDS_TO_RECOVER = 3;

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
    private final ToldModel told;

    ListModel(FakeKernelList kernel, ListSettings settings, FaultyFile file) {
        this.told = new ToldModel(kernel, settings.lease(), file);
        this.kernel = kernel;
        this.settings = settings;
        kernel.onPushedOut = kernel.onPushedOut.andThen(this::pushedOut);
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

    static void require(boolean holds, Supplier<String> rule) {
        if (!holds) {
            throw new AssertionError(rule.get());
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
                () -> address + " was answered to be in force, and is not in the kernel's list");
    }

    /** A jail has ended a ban. */
    void ended(Address address) {
        if (!isWanted(address)) {
            delistings.noLongerWanted(address);
        }
    }

    void toldDelisted(SimulatedJail jail, Address address) {
        require(
                jail.handed().contains(address),
                () -> address + " was told as delisted to " + jail + ", who does not ban it");
        require(delistings.include(address), () -> address + " was told as delisted, and nobody took it out by hand");
        if (delistedNow.add(address)) {
            told.delisted();
        }
    }

    void toldEvicted(SimulatedJail jail, Address address) {
        require(
                jail.handed().contains(address),
                () -> address + " was told as evicted to " + jail + ", who does not ban it");
        if (!evictedNow.contains(address)) {
            requireReason(address);
            evictedNow.add(address);
            told.evicted();
        }
    }

    private void requireReason(Address address) {
        Set<Address> others = wanted();
        others.removeAll(evictedNow);
        others.remove(address);
        require(
                others.stream().noneMatch(other -> end(other).isBefore(end(address))),
                () -> address + " was evicted, and another ban ends before it");
        countForeign();
        int room = Math.max(0, settings.capacity() - 2 - mostForeign);
        require(
                !kernelKeepsAsManyAsConfigured() || !kernel.swallowed.isEmpty() || others.size() + 1 > room,
                () -> address + " was evicted, and there is room for " + room + " bans, which are "
                        + (others.size() + 1));
    }

    /** The kernel dropped an entry for want of room, which is never left to it. */
    private void pushedOut(Address address) {
        boolean foreseen = kernelKeepsAsManyAsConfigured() && foreignSinceLook <= 1 && calm.unhinderedFor(1);
        require(
                !foreseen || !isWanted(address) || evictedNow.contains(address),
                () -> "the kernel had to choose whom to push out, and chose " + address);
        if (!kernelKeepsAsManyAsConfigured() && foreignSinceLook > 0 && isWanted(address)) {
            // What somebody else added may be gone again before a look shows it: then nothing tells that there was no
            // room.
            delistings.happened(address, calm.rounds(), false);
        }
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
        told.begun();
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
        Duration latest = settings.lease().dividedBy(2).plus(ListKeeper.INTERVAL);
        require(
                kernel.age(address).compareTo(latest) <= 0,
                () -> "the lease of " + address + " was not renewed for " + kernel.age(address));
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
            require(mistakes.isEmpty(), () -> String.join("; ", mistakes));
        }
        boolean settled = calm.undisturbedFor(ROUNDS_TO_RECOVER) && kernelKeepsAsManyAsConfigured();
        jails.stream().filter(SimulatedJail::isRunning).forEach(jail -> told.check(jail, settled));
    }

    private void requireNobodyKeptOutWithoutReason() {
        Set<Address> wanted = wanted();
        for (Address address : kernel.addresses()) {
            boolean old = leftBehind.containsKey(address) && leftBehind.get(address) == kernel.newestStamp(address);
            boolean reason = wanted.contains(address) || foreign.contains(address) || address.equals(Sentinel.ADDRESS);
            require(
                    old || reason || !kernel.matches(address, settings.lease()),
                    () -> address + " is kept out, and nobody wants that");
        }
    }

    /** What must hold once nothing has happened for a while. */
    void checkAtRest() {
        wanted().forEach(address ->
                require(kernel.matches(address, settings.lease()), () -> address + " should be in force, and is not"));
        jails.forEach(told::checkAtRest);
        delistings.clear();
    }
}
