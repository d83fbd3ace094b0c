// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RecentList;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a ban is in force is shown by what the kernel drops, and it is said loudly if it is not. */
@RequiresKernel
class ProofIT {
    /** What is seen in the log so long after the ban was read back contradicts it; and a second for the log's grain. */
    private static final Duration MARGIN = Duration.ofSeconds(6);

    private static final String REPORT = "was seen in the log";

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void aRightRuleProvesTheBansAndOneInTheWrongPlaceIsReported(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withList(firewall, 600)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            provenByDroppedPackets(lab, Route.IPV4);
            provenByDroppedPackets(lab, Route.IPV6);
            assertThat(reported(lab)).isFalse();

            lab.server().run(firewall.iptables(), "-w", "-I", "INPUT", "-p", "tcp", "-j", "ACCEPT");
            goesOnAlthoughBannedAndIsReported(lab, Route.BYSTANDER_IPV4);

            lab.server().run(firewall.iptables(), "-w", "-D", "INPUT", "-p", "tcp", "-j", "ACCEPT");
            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isFalse();
            Await.until("the report is taken back", Daemon.PATIENCE, () -> !reported(lab));

            lab.server().run(firewall.ip6tables(), "-w", "-F");
            goesOnAlthoughBannedAndIsReported(lab, Route.BYSTANDER_IPV6);
        }
    }

    private static void provenByDroppedPackets(Lab lab, Route route) throws Exception {
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", route.attacker());
        awaitConfirmed(lab, route);
        assertThat(proof(lab, route).get("lastDropped").isJsonNull()).isTrue();

        Instant before = Instant.now();
        assertThat(lab.attacker().connects(route)).isFalse();
        Await.until("a dropped packet is known of", Daemon.PATIENCE, () -> !proof(lab, route)
                .get("lastDropped")
                .isJsonNull());

        JsonObject proof = proof(lab, route);
        assertThat(Instant.parse(proof.get("lastDropped").getAsString()))
                .isBetween(before.minusMillis(500), Instant.now());
        assertThat(proof.get("droppedLately").getAsInt()).isPositive();
        assertThat(lab.daemon().ask(Account.DAEMON, "why", route.attacker()).out())
                .contains("last packet dropped")
                .doesNotContain("no packet of it has been dropped yet");
        // A line that comes late, although nothing gets through.
        awaitMargin(lab, route);
        lab.write(List.of(Instant.now().truncatedTo(ChronoUnit.MICROS)
                + " server sshd[7]: Failed password for root from " + route.attacker() + " port 4022 ssh2"));
    }

    /** With the real client and sshd: a banned address still guesses passwords. */
    private static void goesOnAlthoughBannedAndIsReported(Lab lab, Route route) throws Exception {
        lab.daemon().ask(Account.DAEMON, "ban", "sshd", route.attacker());
        awaitMargin(lab, route);
        assertThat(lab.attacker().connects(route)).isTrue();
        assertThat(reported(lab)).isFalse();

        lab.attacker().guess(route);

        Await.until("it is reported", Daemon.PATIENCE, () -> reported(lab));
        assertThat(status(lab)).contains(route.attacker() + " " + REPORT).contains("bailiff doctor");
        assertThat(lab.daemon().output()).contains(route.attacker() + " " + REPORT);
    }

    private static void awaitMargin(Lab lab, Route route) throws Exception {
        awaitConfirmed(lab, route);
        Instant confirmed = Instant.parse(proof(lab, route).get("confirmed").getAsString());
        Await.until("what is seen contradicts the ban", Daemon.PATIENCE, () -> Instant.now()
                .isAfter(confirmed.plus(MARGIN)));
    }

    @Test
    void aRuleThatUpdatesTheListItselfProvesTheBansTooAndRenewalsAreNoPackets() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.LEGACY, 600)) {
            lab.configureJail(600, 8, "", "");
            for (String program : List.of("iptables-legacy", "ip6tables-legacy")) {
                lab.server()
                        .run(
                                program,
                                "-w",
                                "-I",
                                "INPUT",
                                "-m",
                                "recent",
                                "--name",
                                RecentList.NAME,
                                "--update",
                                "--seconds",
                                "8",
                                "-j",
                                "DROP");
            }
            lab.list().giveTo(Account.DAEMON);
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", Route.IPV4.attacker(), Route.IPV6.attacker());
            Await.until("both were renewed", Daemon.PATIENCE, () -> lab.list().stamps(Route.IPV6.attacker()) > 1);

            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();

            Await.until("the knocking one is proven", Daemon.PATIENCE, () -> !proof(lab, Route.IPV4)
                    .get("lastDropped")
                    .isJsonNull());
            int stamps = lab.list().stamps(Route.IPV6.attacker());
            Await.until("renewed again", Daemon.PATIENCE, () -> lab.list().stamps(Route.IPV6.attacker()) > stamps);
            assertThat(proof(lab, Route.IPV6).get("lastDropped").isJsonNull()).isTrue();
        }
    }

    private static void awaitConfirmed(Lab lab, Route route) throws Exception {
        Await.until("the ban was read back", Daemon.PATIENCE, () -> !proof(lab, route)
                .get("confirmed")
                .isJsonNull());
    }

    private static JsonObject proof(Lab lab, Route route) throws Exception {
        for (JsonElement ban : lab.daemon().jail("sshd").orElseThrow().getAsJsonArray("banned")) {
            if (ban.getAsJsonObject().get("address").getAsString().equals(route.attacker())) {
                return ban.getAsJsonObject()
                        .getAsJsonArray("enforcement")
                        .get(0)
                        .getAsJsonObject();
            }
        }
        throw new AssertionError(route.attacker() + " is not banned");
    }

    private static boolean reported(Lab lab) throws Exception {
        return status(lab).contains(REPORT);
    }

    private static String status(Lab lab) throws Exception {
        return lab.daemon().ask(Account.DAEMON, "status", "sshd").out();
    }
}
