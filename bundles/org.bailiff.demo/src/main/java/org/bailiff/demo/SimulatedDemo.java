// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be shown without the kernel: the real daemon, a made-up log, and decisions that are only logged. */
final class SimulatedDemo implements Demo {
    private static final int BAN_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(BAN_SECONDS + 20);
    private static final int GUESSES = 3;
    private static final int ATTACKERS_PORT = 40022;
    private static final String JAIL =
            """
            [DEFAULT]
            bantime = %d
            findtime = 60
            maxretry = %d

            [sshd]
            enabled = true
            filter = sshd
            logpath = %s
            action = log
            """;

    private final Path home;
    private final String reason;

    /** @param reason why it is not the real thing, and the mend */
    SimulatedDemo(Path home, String reason) {
        this.home = home;
        this.reason = reason;
    }

    @Override
    public void run(Narrator narrator) throws DemoException, IOException, InterruptedException {
        narrator.say("SIMULATED: nothing is blocked in what follows, because " + reason + ".");
        try (Workshop workshop = Workshop.open(home)) {
            Path log = workshop.log("auth.log", Optional.empty());
            workshop.configure(JAIL.formatted(BAN_SECONDS, GUESSES, log));
            Path data = workshop.privateFolder("data", Optional.empty());
            List<String> options = Host.isRoot() ? List.of("--allow-root") : List.of();
            try (BailiffDaemon daemon = new BailiffDaemon(workshop, data, command -> command, options)) {
                daemon.awaitActive("sshd");
                narrator.say("Bailiff follows a log of the demo's own; " + GUESSES + " failures ban for " + BAN_SECONDS
                        + " seconds, and the ban is only logged.");
                SyslogFile syslog = new SyslogFile(log, "sshd[4711]", Clock.systemDefaultZone());
                for (Route route : Route.ALL) {
                    show(daemon, syslog, route, narrator);
                }
                awaitUnban(daemon, narrator);
            }
        }
        narrator.say("This was SIMULATED, because " + reason + ".");
    }

    private static void show(BailiffDaemon daemon, SyslogFile syslog, Route route, Narrator narrator)
            throws DemoException, IOException, InterruptedException {
        for (int guess = 0; guess < GUESSES; guess++) {
            String message =
                    "Failed password for root from " + route.attacker() + " port " + (ATTACKERS_PORT + guess) + " ssh2";
            narrator.quote(message);
            syslog.write(message);
        }
        if (!Patience.waitFor(PATIENCE, () -> isBanned(daemon, route))) {
            throw new DemoException("the daemon did not decide to ban " + route.attacker());
        }
        narrator.say("Bailiff bans " + route.attacker() + ".");
        narrator.show("bailiff why " + route.attacker(), daemon.ask("why", route.attacker()));
    }

    private static void awaitUnban(BailiffDaemon daemon, Narrator narrator)
            throws DemoException, IOException, InterruptedException {
        narrator.show("bailiff status sshd", daemon.ask("status", "sshd"));
        for (Route route : Route.ALL) {
            if (!Patience.waitFor(PATIENCE, () -> !isBanned(daemon, route))) {
                throw new DemoException("the ban of " + route.attacker() + " did not end");
            }
        }
        narrator.say("Both bans have ended.");
    }

    private static boolean isBanned(BailiffDaemon daemon, Route route) throws IOException, InterruptedException {
        return daemon.ask("banned").contains(route.attacker());
    }
}
