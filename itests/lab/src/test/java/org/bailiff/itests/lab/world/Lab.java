// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole lab: a server with sshd, rsyslog, the firewall's list and the daemon (not yet started), and an attacker.
 * Closing it removes everything; so does the end of this Java machine, but for a folder that the next lab removes.
 */
public final class Lab implements AutoCloseable {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "bailiff-lab-";
    private static final String JAIL =
            """
            [DEFAULT]
            maxretry = 3
            findtime = 60
            bantime = %d

            [sshd]
            enabled = true
            filter = sshd
            logpath = %s
            action = xt_recent[list=%s, seconds=%d%s]
            %s
            """;

    private final Path folder;
    private final Machine server;
    private final Machine attackerMachine;
    private final LogHost logHost;
    private final Attacker attacker;
    private final Firewall firewall;
    private final RecentList list;
    private final Distribution distribution;
    private final Daemon daemon;

    private Lab(Path folder, Machine server, Machine attackerMachine, Firewall firewall, Optional<Path> java)
            throws Exception {
        this.folder = folder;
        this.server = server;
        this.attackerMachine = attackerMachine;
        server.connect("server", attackerMachine, "attacker");
        server.configure("server", List.of("192.0.2.1/24", "2001:db8::1/64"));
        attackerMachine.configure(
                "attacker", List.of("192.0.2.10/24", "192.0.2.20/24", "2001:db8::10/64", "2001:db8::20/64"));
        logHost = LogHost.start(server, folder);
        SshServer.start(server, folder);
        attacker = Attacker.on(attackerMachine, folder);
        this.firewall = firewall;
        list = list(RecentList.NAME);
        distribution = Distribution.copyTo(folder.resolve("bailiff"));
        daemon = new Daemon(server, distribution, folder, java);
    }

    /** A lab whose list exists and is the daemon's, and whose jail bans for so many seconds. */
    public static Lab withList(Firewall firewall, int banSeconds) throws Exception {
        return withList(firewall, banSeconds, Optional.empty());
    }

    /** The same, with the daemon on another Java. */
    public static Lab withList(Firewall firewall, int banSeconds, Optional<Path> java) throws Exception {
        Lab lab = withoutList(firewall, banSeconds, java);
        try {
            lab.list.make();
            lab.list.giveTo(Account.DAEMON);
            return lab;
        } catch (IOException | InterruptedException e) {
            lab.close();
            throw e;
        }
    }

    /** A lab on whose server root has not set up anything yet. */
    public static Lab withoutList(Firewall firewall, int banSeconds) throws Exception {
        return withoutList(firewall, banSeconds, Optional.empty());
    }

    private static Lab withoutList(Firewall firewall, int banSeconds, Optional<Path> java) throws Exception {
        removeLeftovers();
        Path folder = TEMPORARY.resolve(PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime());
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Machine server = Machine.boot();
        Machine attackerMachine = Machine.boot();
        try {
            Lab lab = new Lab(folder, server, attackerMachine, firewall, java);
            lab.configureJail(banSeconds, RecentList.LEASE_SECONDS, "", "");
            return lab;
        } catch (Exception e) {
            // Whatever it was: the machines are nobody's yet.
            server.close();
            attackerMachine.close();
            remove(folder);
            throw e;
        }
    }

    public Attacker attacker() {
        return attacker;
    }

    public RecentList list() {
        return list;
    }

    /** Another list on the server, by name. */
    public RecentList list(String name) {
        return new RecentList(server, firewall, name);
    }

    public Daemon daemon() {
        return daemon;
    }

    /** The daemon's copy of what is shipped. */
    public Distribution distribution() {
        return distribution;
    }

    public Machine server() {
        return server;
    }

    /** The log that sshd's messages end up in. */
    public Path log() {
        return logHost.log();
    }

    /** Writes lines into that log, as rsyslog would. */
    public void write(List<String> lines) throws IOException {
        Files.write(logHost.log(), lines, StandardOpenOption.APPEND);
    }

    /** Gives the attacker's machine addresses of another network: those that end with 7, 8, 9 and 200. */
    public void attackAlsoFrom(String network) throws IOException, InterruptedException {
        for (int host : List.of(7, 8, 9, 200)) {
            attackerMachine.run("ip", "address", "add", network + "." + host + "/24", "dev", "attacker");
        }
        server.run("ip", "route", "add", network + ".0/24", "dev", "server");
    }

    /** Makes the server one that logs to its journal alone, as a fresh Debian does, and the jail one that reads it. */
    public Journal logToJournalAlone(int banSeconds) throws Exception {
        logHost.stop();
        configureJail(banSeconds, RecentList.LEASE_SECONDS, "", "backend = systemd");
        return Journal.start(server, folder);
    }

    /** Has rsyslog also forward the messages; an action in its own words. */
    public void forward(String action) throws Exception {
        logHost.alsoDo(action);
    }

    /** Makes the server one that has no syslog daemon: programs write into this socket themselves. */
    public void logInto(Path socket) throws Exception {
        logHost.stop();
        server.run("ln", "-sf", socket.toString(), "/dev/log");
    }

    /** Rotates that log. */
    public void rotateLog() throws Exception {
        logHost.rotate();
    }

    /** Writes a script that root can run on the server. */
    public Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Where such a script, or anything else of the lab's folder, is. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A folder for whatever else runs in the lab. */
    public Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /**
     * Configures the one jail.
     *
     * @param parameters more for the list, e.g. {@code , lists=3}
     * @param settings more for the jail, lines of its section
     */
    public void configureJail(int banSeconds, int lease, String parameters, String settings) throws IOException {
        configure("jail.local", JAIL.formatted(banSeconds, log(), RecentList.NAME, lease, parameters, settings));
    }

    /** Has the daemon use a copy of another configuration. */
    public void takeConfiguration(Path other) throws IOException, InterruptedException {
        distribution.takeConfiguration(other);
    }

    /** Writes a file of the daemon's configuration. */
    public void configure(String name, String text) throws IOException {
        distribution.configure(name, text);
    }

    @Override
    public void close() throws IOException {
        attackerMachine.close();
        server.close();
        remove(folder);
    }

    private static void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            for (Path leftover : files.filter(Lab::isLeftover).toList()) {
                remove(leftover);
            }
        }
    }

    /** Whether a folder belongs to a lab whose Java machine has ended. */
    private static boolean isLeftover(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "\\d+-\\d+")
                && ProcessHandle.of(Long.parseLong(name.split("-")[2])).isEmpty();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
