// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.bailiff.text.Address;

/**
 * What the ignore lists of all jails share: names and files that are known, commands that are asked, and the threads that
 * do so. Thread-safe.
 */
public final class IgnoreServices implements AutoCloseable {
    private static final Duration LOOK_UP_LIMIT = Duration.ofSeconds(10);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(10);
    private static final int COMMANDS_AT_ONCE = 4;
    private static final int WAITING = 200;

    private final ExecutorService lookUps = BackgroundThreads.of("ignored-names", 2, WAITING);
    private final ExecutorService hostLookUps = BackgroundThreads.of("named-hosts", 2, WAITING);
    private final ExecutorService reading = BackgroundThreads.of("ignore-files", 2, WAITING);
    private final ExecutorService waiting = BackgroundThreads.of("ignorecommand", COMMANDS_AT_ONCE, WAITING);

    private final OwnAddresses own;
    private final InstantSource clock;
    private final NameBook names;
    private final NameBook hosts;
    private final IgnoreFiles files;
    private final IgnoreCommands commands;
    private final NeverBan neverBan;

    /**
     * What asks others.
     *
     * @param lookup the resolver
     * @param runner of programs
     * @param neverBan who must not be locked out
     */
    record Outside(NameLookup lookup, ProgramRunner runner, NeverBan neverBan) {}

    IgnoreServices(OwnAddresses own, InstantSource clock, Outside outside) {
        this.own = own;
        this.clock = clock;
        this.names = new NameBook(outside.lookup(), clock, lookUps, LOOK_UP_LIMIT);
        // Attackers choose the names in logs: those must not push out the administrator's, nor make them wait.
        this.hosts = new NameBook(outside.lookup(), clock, hostLookUps, LOOK_UP_LIMIT);
        this.files = new IgnoreFiles(names, clock, reading);
        this.commands = new IgnoreCommands(outside.runner(), clock, waiting);
        this.neverBan = outside.neverBan();
    }

    /** Those that ask this host. */
    public static IgnoreServices ofHost(OwnAddresses own, InstantSource clock) {
        return new IgnoreServices(
                own,
                clock,
                new Outside(IgnoreServices::resolve, new ProcessRunner(COMMAND_LIMIT), NeverBan.ofHost(clock)));
    }

    /** Those of tests: without anything that asks the host. */
    public static IgnoreServices with(OwnAddresses own, InstantSource clock, NameLookup lookup, ProgramRunner runner) {
        return new IgnoreServices(
                own, clock, new Outside(lookup, runner, new NeverBan(java.util.Map::of, java.util.Map::of)));
    }

    private static Set<Address> resolve(String name) throws java.io.IOException {
        return Arrays.stream(InetAddress.getAllByName(name)).map(Address::of).collect(Collectors.toUnmodifiableSet());
    }

    OwnAddresses own() {
        return own;
    }

    InstantSource clock() {
        return clock;
    }

    NameBook names() {
        return names;
    }

    IgnoreFiles files() {
        return files;
    }

    NeverBan neverBan() {
        return neverBan;
    }

    /** The addresses of hosts that logs name. */
    public NameBook hosts() {
        return hosts;
    }

    public IgnoreCommands commands() {
        return commands;
    }

    /** Ends the threads, and what they do. */
    @Override
    public void close() {
        List.of(lookUps, hostLookUps, reading, waiting).forEach(ExecutorService::shutdownNow);
    }
}
