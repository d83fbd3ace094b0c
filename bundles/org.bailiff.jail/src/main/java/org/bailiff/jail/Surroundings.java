// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.InstantSource;
import java.util.Optional;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.jail.decision.Room;
import org.bailiff.jail.ignore.IgnoreServices;
import org.bailiff.jail.reading.Readings;

/**
 * What all jails share: the services that come and go, the readings, the clock, and where they announce what they
 * decide. Thread-safe.
 */
interface Surroundings {

    InstantSource clock();

    /** By which clock times are told now; empty if the kernel does not tell. */
    Optional<ClockMark> clockMark();

    /** How many bans all jails have made lately. */
    BanRate banRate();

    /** How often somebody was banned by all jails. */
    Offenders offenders();

    /** Whether all jails decide and show, and do not enforce. */
    boolean simulating();

    Readings readings();

    /** Who looks after jails that rest. */
    Rounds rounds();

    /** What ignore lists are made with. */
    IgnoreServices ignoring();

    Room room();

    /** What makes random choices of this host differ from others', and come out the same after a restart. */
    String seed();

    Announcements announcements();

    Optional<FilterCompiler> compiler();

    /** Whether anybody is there who knows definitions. */
    boolean knowsFilters();

    /** The definition of this name that is in force now. */
    Optional<FilterDefinition> definition(String name);

    /** How things are with a filter; empty if there is no definition of it. From memory, at once. */
    Optional<FilterStatus> filter(String name);

    /** Who uses which filter. */
    FilterUses filterUses();

    Optional<LogSourceFactory> source(String kind);

    Optional<BanActionFactory> action(String name);

    /** Calls back, from any thread, whenever one of the services above came or went, until it is taken back. */
    void onChange(Runnable listener);

    void notOnChange(Runnable listener);

    /**
     * Calls back, once and from any thread, when the whole is about to end, until it is taken back. Services that go from
     * then on are no change.
     */
    void onEnd(Runnable listener);

    void notOnEnd(Runnable listener);
}
