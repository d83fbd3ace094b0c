// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real thing: the kernel's list, a daemon without any right, and an attacker who loses the connection. */
final class KernelDemo implements Demo {
    private static final int BAN_SECONDS = 12;
    private static final int MOST_CONNECTIONS = 15;
    private static final Duration LET_IN = Duration.ofSeconds(BAN_SECONDS + 20);
    private static final Duration SERVICE_START = Duration.ofSeconds(15);
    private static final String JAIL =
            """
            [DEFAULT]
            bantime = %d
            findtime = 60
            maxretry = 3

            [sshd]
            enabled = true
            filter = sshd
            logpath = %s
            action = xt_recent[list=%s, seconds=%d]
            """;

    private final Path home;

    KernelDemo(Path home) {
        this.home = home;
    }

    @Override
    public void run(Narrator narrator) throws DemoException, IOException, InterruptedException {
        int account = Host.unusedAccount();
        try (Workshop workshop = Workshop.open(home);
                Machine server = Machine.boot();
                Machine attacker = Machine.boot()) {
            narrator.say(
                    "Two machines, made of network namespaces: a server and an attacker. Nothing else is touched.");
            server.connect(attacker);
            server.address(Route.IPV4.server(), Route.IPV6.server());
            attacker.address(Route.IPV4.attacker(), Route.IPV6.attacker());
            narrator.say("What root does once on the server: the rule for each family, and the owner of its list.");
            KernelList.make(server, account, narrator);
            Path log = workshop.log("auth.log", Optional.of(account));
            Attack attack = new Attack(attacker, workshop, startService(workshop, server, log, narrator));
            attack.requireLetIn(SERVICE_START, "before anything happened");
            narrator.say("The attacker connects over IPv4 and IPv6, as anybody can.");
            try (BailiffDaemon daemon = startDaemon(workshop, server, log, account, narrator)) {
                show(attack, daemon, narrator);
            }
        }
        narrator.say("Done: let in before the ban, cut off during it, let in after it. Everything is removed again.");
    }

    private static SshService startService(Workshop workshop, Machine server, Path log, Narrator narrator)
            throws IOException, InterruptedException, DemoException {
        boolean real = Host.hasSsh();
        narrator.say(
                real
                        ? "A real sshd answers on port 22; its log can be read by one group."
                        : "There is no sshd here: a small service on port 22 refuses passwords and logs like one.");
        SshService service = real ? new RealSshd(workshop, log) : new StandInService(workshop, log);
        service.start(server);
        return service;
    }

    private static BailiffDaemon startDaemon(
            Workshop workshop, Machine server, Path log, int account, Narrator narrator)
            throws IOException, InterruptedException, DemoException {
        workshop.configure(JAIL.formatted(BAN_SECONDS, log, KernelList.NAME, KernelList.LEASE_SECONDS));
        Path data = workshop.privateFolder("data", Optional.of(account));
        BailiffDaemon daemon =
                new BailiffDaemon(workshop, data, command -> server.command(unprivileged(account, command)), List.of());
        try {
            daemon.awaitActive("sshd");
            narrator.say(
                    "Bailiff runs as user " + account + ", who may read that log and write that list; three failures"
                            + " ban for " + BAN_SECONDS + " seconds.");
            Rights.of(daemon.pid()).requireNone(narrator);
            return daemon;
        } catch (DemoException | IOException | InterruptedException e) {
            daemon.close();
            throw e;
        }
    }

    private static void show(Attack attack, BailiffDaemon daemon, Narrator narrator)
            throws IOException, InterruptedException, DemoException {
        for (Route route : Route.ALL) {
            narrator.say(
                    "The attacker guesses root's password over " + route.family() + ", from " + route.attacker() + ".");
            int connections = attack.untilCutOff(route, MOST_CONNECTIONS);
            narrator.say("After " + connections + (connections == 1 ? " connection" : " connections")
                    + " the kernel drops the attacker's packets: a TCP connection over " + route.family()
                    + " does not come about.");
        }
        narrator.show("bailiff status sshd", daemon.ask("status", "sshd"));
        narrator.show("bailiff why " + Route.IPV4.attacker(), daemon.ask("why", Route.IPV4.attacker()));
        narrator.say("Now the bans run out.");
        attack.requireLetIn(LET_IN, "although its ban is over");
        narrator.say("The attacker connects again, over IPv4 and IPv6.");
    }

    /** The command, run as that user and group, without a single capability and with no way to gain one. */
    private static List<String> unprivileged(int account, List<String> command) {
        List<String> words = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + account,
                "--regid=" + account,
                "--clear-groups",
                "--no-new-privs",
                "--bounding-set=-all",
                "--inh-caps=-all",
                "--ambient-caps=-all",
                "--"));
        words.addAll(command);
        return words;
    }
}
