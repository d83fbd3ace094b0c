// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
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
    private static final Duration GATEWAYS_VALID = Duration.ofSeconds(10);
    /** Somebody may log in and mistype at once. */
    private static final Duration SESSIONS_VALID = Duration.ofSeconds(1);

    private static final int COMMANDS_AT_ONCE = 16;
    /** More command lines than there ever are: no share is refused. */
    private static final int COMMANDS_WAITING = 10_000;

    private static final int WAITING = 200;

    private final ExecutorService lookUps = BackgroundThreads.of("ignored-names", 2, WAITING);
    private final ExecutorService hostLookUps = BackgroundThreads.of("named-hosts", 2, WAITING);
    private final ExecutorService reading = BackgroundThreads.of("ignore-files", 2, WAITING);
    private final ExecutorService waiting = BackgroundThreads.of("ignorecommand", COMMANDS_AT_ONCE, COMMANDS_WAITING);

    private final CommonEntries common = new CommonEntries();
    private final OwnAddresses own;
    private final InstantSource clock;
    private final NameBook names;
    private final NameBook hosts;
    private final IgnoreFiles files;
    private final IgnoreCommands commands;
    private final NeverBan neverBan;

    /**
     * Those who know what the ignore lists do not.
     *
     * @param lookup the resolver
     * @param runner of programs
     * @param gateways that lead out of the host's networks
     * @param sessions that are open, by the addresses they come from
     */
    public record Outside(NameLookup lookup, ProgramRunner runner, NeverBanned gateways, NeverBanned sessions) {}

    public IgnoreServices(OwnAddresses own, InstantSource clock, Outside outside) {
        this.own = own;
        this.clock = clock;
        this.names = new NameBook(outside.lookup(), clock, lookUps, LOOK_UP_LIMIT);
        // Attackers choose the names in logs: those must not push out the administrator's, nor make them wait.
        this.hosts = new NameBook(outside.lookup(), clock, hostLookUps, LOOK_UP_LIMIT);
        this.files = new IgnoreFiles(names, clock, reading);
        this.commands = new IgnoreCommands(outside.runner(), clock, waiting, WAITING);
        this.neverBan = new NeverBan(outside.gateways(), outside.sessions());
    }

    /** Those that ask this host. */
    public static IgnoreServices ofHost(OwnAddresses own, InstantSource clock) {
        OpenSessions sessions = new OpenSessions(Path.of("/run/utmp"), Path.of("/run/systemd/sessions"));
        Outside host = new Outside(
                IgnoreServices::resolve,
                new ProcessRunner(COMMAND_LIMIT),
                new RecentAddresses("the gateways", new DefaultGateways(), clock, GATEWAYS_VALID),
                new RecentAddresses("the open sessions", sessions, clock, SESSIONS_VALID));
        return new IgnoreServices(own, clock, host);
    }

    private static Set<Address> resolve(String name) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(name)).map(Address::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Whom all jails ignore, as it is said at run time. */
    public CommonEntries common() {
        return common;
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
