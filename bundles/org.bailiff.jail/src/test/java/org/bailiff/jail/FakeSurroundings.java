// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bailiff.api.action.BanActionFactory;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.jail.decision.Room;
import org.bailiff.jail.fakes.FakeActionFactory;
import org.bailiff.jail.fakes.FakeCompiler;
import org.bailiff.jail.fakes.FakeLogSourceFactory;
import org.bailiff.jail.fakes.WordDefinition;
import org.bailiff.jail.ignore.IgnoreServices;
import org.bailiff.jail.ignore.ProgramRunner;
import org.bailiff.jail.reading.Readings;
import org.bailiff.text.Address;

/** Services that tests let come and go, and a clock that is moved by hand. */
final class FakeSurroundings implements Surroundings, AutoCloseable {
    final FakeLogSourceFactory files = new FakeLogSourceFactory();
    final FakeLogSourceFactory journal = new FakeLogSourceFactory("journal", true);
    final FakeLogSourceFactory bans = new FakeLogSourceFactory("bans", false);
    final FakeActionFactory list = new FakeActionFactory();
    /** What the resolver knows. */
    final Map<String, Set<Address>> names = new ConcurrentHashMap<>();
    /** From where somebody is logged in, and who. */
    final Map<Address, String> sessions = new ConcurrentHashMap<>();
    /** What every program that is run does. */
    volatile ProgramRunner program = arguments -> 1;

    /** What is offered of every filter, and was not taken; null if nothing is. */
    volatile FilterStatus.Refused refused;

    private final FilterUses filterUses = new FilterUses(this::compiler);
    private final ExecutorService readingsThread = Executors.newSingleThreadExecutor();
    private final Readings readings = new Readings(readingsThread);
    private final Rounds rounds = new Rounds();
    private final Announcements announcements = new Announcements(Runnable::run);
    private final Map<String, FilterDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<String, BanActionFactory> actions = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private volatile boolean journalOffered = true;
    private volatile boolean bansOffered = true;
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private final IgnoreServices ignoring = new IgnoreServices(
            Set::of,
            () -> now,
            new IgnoreServices.Outside(this::addressesOf, this::run, Map::of, () -> Map.copyOf(sessions)));
    private final BanRate banRate = new BanRate();
    private final Offenders offenders = new Offenders();
    private volatile Optional<ClockMark> clockMark = Optional.empty();

    FakeSurroundings() {
        actions.put("fake", list);
    }

    void define(String name, String word) {
        definitions.put(name, new WordDefinition(name, word));
        filterUses.filterChanged(name);
    }

    void undefine(String name) {
        definitions.remove(name);
        filterUses.filterChanged(name);
    }

    void offerAction(boolean offered) {
        if (offered) {
            actions.put("fake", list);
        } else {
            actions.remove("fake");
        }
        listeners.forEach(Runnable::run);
    }

    void offerJournal(boolean offered) {
        journalOffered = offered;
        listeners.forEach(Runnable::run);
    }

    void offerBans(boolean offered) {
        bansOffered = offered;
        listeners.forEach(Runnable::run);
    }

    /** Returns when the readings' thread has done what it was asked for, and what followed from that. */
    void awaitReadings() throws Exception {
        for (int hop = 0; hop < 3; hop++) {
            readingsThread.submit(() -> {}).get();
        }
    }

    /** Somebody sets the clock; the time since boot goes on. */
    void setClock(Duration ahead) {
        ClockMark before = clockMark.orElse(new ClockMark("boot", now.minusSeconds(3600), now));
        now = now.plus(ahead);
        clockMark = Optional.of(new ClockMark("boot", before.booted().plus(ahead), now));
        pass(Duration.ZERO);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
        files.arriveAt(now);
        journal.arriveAt(now);
        bans.arriveAt(now);
        // A jail that rests does not see the hand that moves the clock: this wakes it.
        listeners.forEach(Runnable::run);
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public Optional<ClockMark> clockMark() {
        return clockMark;
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
    public boolean simulating() {
        return false;
    }

    @Override
    public Readings readings() {
        return readings;
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    @Override
    public Room room() {
        return new Room(1000, 1 << 20);
    }

    @Override
    public String seed() {
        return "seed";
    }

    @Override
    public IgnoreServices ignoring() {
        return ignoring;
    }

    @Override
    public Announcements announcements() {
        return announcements;
    }

    @Override
    public Optional<FilterCompiler> compiler() {
        return Optional.of(new FakeCompiler());
    }

    @Override
    public Optional<FilterDefinition> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    @Override
    public boolean knowsFilters() {
        return true;
    }

    @Override
    public Optional<FilterStatus> filter(String name) {
        return definition(name)
                .map(definition ->
                        new FilterStatus(name, definition.origin(), 3, now, 0, Optional.ofNullable(refused), false))
                .or(() -> Optional.ofNullable(refused)
                        .map(known -> new FilterStatus(name, "nothing", 0, now, 0, Optional.of(known), false)));
    }

    @Override
    public FilterUses filterUses() {
        return filterUses;
    }

    @Override
    public Optional<LogSourceFactory> source(String kind) {
        return switch (kind) {
            case "file" -> Optional.of(files);
            case "bans" -> bansOffered ? Optional.of(bans) : Optional.empty();
            case "journal", "syslog" -> journalOffered ? Optional.of(journal) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<BanActionFactory> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void notOnChange(Runnable listener) {
        listeners.remove(listener);
    }

    /** The whole is about to end. */
    void endAll() {
        endings.forEach(Runnable::run);
    }

    @Override
    public void onEnd(Runnable listener) {
        endings.add(listener);
    }

    @Override
    public void notOnEnd(Runnable listener) {
        endings.remove(listener);
    }

    private Set<Address> addressesOf(String name) throws IOException {
        return Optional.ofNullable(names.get(name)).orElseThrow(() -> new IOException("no such name"));
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        return program.run(arguments);
    }

    @Override
    public void close() {
        ignoring.close();
        readingsThread.shutdownNow();
        rounds.close();
    }
}
