// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * The surroundings of a jail that only rehearses: filters and sources are those of all jails, what it counts and whom it bans
 * stays here, and nobody hears of it.
 */
final class Stage implements Surroundings {
    private static final int IDS = 1_000;
    private static final long BYTES = 1 << 20;

    private final Surroundings real;
    private final Announcements announcements = new Announcements(news -> {});
    private final BanRate banRate = new BanRate();
    private final Offenders offenders = new Offenders();
    private final Room room = new Room(IDS, BYTES);
    private final FilterUses filterUses = new FilterUses(this::compiler);
    private final Semaphore banned = new Semaphore(0);

    Stage(Surroundings real) {
        this.real = real;
    }

    /** Waits for the next ban; whether there was one in time. */
    boolean awaitBan(Duration patience) throws InterruptedException {
        return banned.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that changes nothing, and whose bans can be waited for. */
    @Override
    public Optional<BanActionFactory> action(String name) {
        return real.action(name)
                .map(factory -> (spec, listener) -> new AwaitedAction(factory.rehearse(spec, listener), banned));
    }

    @Override
    public Announcements announcements() {
        return announcements;
    }

    @Override
    public BanRate banRate() {
        return banRate;
    }

    @Override
    public Offenders offenders() {
        return offenders;
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public FilterUses filterUses() {
        return filterUses;
    }

    @Override
    public boolean simulating() {
        return false;
    }

    /** What comes and goes meanwhile is no matter: it is over soon. */
    @Override
    public void onChange(Runnable listener) {}

    @Override
    public void notOnChange(Runnable listener) {}

    /** Whoever rehearses ends by himself. */
    @Override
    public void onEnd(Runnable listener) {}

    @Override
    public void notOnEnd(Runnable listener) {}

    @Override
    public InstantSource clock() {
        return real.clock();
    }

    @Override
    public Optional<ClockMark> clockMark() {
        return real.clockMark();
    }

    @Override
    public Readings readings() {
        return real.readings();
    }

    @Override
    public Rounds rounds() {
        return real.rounds();
    }

    @Override
    public IgnoreServices ignoring() {
        return real.ignoring();
    }

    @Override
    public String seed() {
        return real.seed();
    }

    @Override
    public Optional<FilterCompiler> compiler() {
        return real.compiler();
    }

    @Override
    public boolean knowsFilters() {
        return real.knowsFilters();
    }

    @Override
    public Optional<FilterDefinition> definition(String name) {
        return real.definition(name);
    }

    @Override
    public Optional<FilterStatus> filter(String name) {
        return real.filter(name);
    }

    @Override
    public Optional<LogSourceFactory> source(String kind) {
        return real.source(kind);
    }
}
