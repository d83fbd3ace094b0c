// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.RootScript;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More bans than a list holds. */
@RequiresKernel
class CapacityIT {
    private static final int BANS = 150;
    /** Of the kernel's 100, one is the sentinel and one stays free. */
    private static final int ROOM = 98;

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void of150BansOnAListOf100The98ThatEndLastStayAndTheRestIsReported(Firewall firewall) throws Exception {
        try (Lab lab = Lab.withList(firewall, 3600)) {
            lab.configureJail(3600, 20, "", "maxretry = 1\nfindtime = 1h");
            writeAttacks(lab);
            lab.daemon().start();
            Await.until("all were banned", Daemon.PATIENCE, () -> count(lab, "totalBanned") == BANS);

            awaitOnlyRoomForSome(lab);
            List<String> kept = IntStream.rangeClosed(BANS - ROOM + 1, BANS)
                    .mapToObj(CapacityIT::address)
                    .sorted()
                    .toList();
            assertThat(banned(lab)).isEqualTo(kept);
            assertThat(lab.list().entries()).hasSize(ROOM + 1);
            for (String address : kept) {
                assertThat(lab.list().holds(address)).isTrue();
            }
            assertThat(lab.daemon().output()).contains("is full: 98 bans on a capacity of 100");
            assertThat(lab.daemon().output().lines())
                    .filteredOn(line -> line.contains("(EVICTED"))
                    .hasSize(BANS - ROOM);
            assertThat(lab.file("data/audit.log"))
                    .as("nobody's deed: a flood would push out what people did")
                    .satisfiesAnyOf(
                            audit -> assertThat(audit).doesNotExist(),
                            audit -> assertThat(audit).content().doesNotContain("EVICTED"));
        }
    }

    private static void awaitOnlyRoomForSome(Lab lab) throws Exception {
        try {
            Await.until("the rest was evicted", Daemon.PATIENCE, () -> count(lab, "currentlyBanned") == ROOM);
        } catch (AssertionError e) {
            String log = lab.daemon().output();
            throw new AssertionError(
                    e.getMessage() + "; seen: " + count(lab, "currentlyBanned") + " bans, " + banned(lab) + "\n" + log,
                    e);
        }
    }

    /** Each a second after the other, so that the ban of the highest number ends last; written in another order. */
    private static void writeAttacks(Lab lab) throws Exception {
        Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(BANS + 10);
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= BANS; number++) {
            lines.add(first.plusSeconds(number) + " server sshd[" + number + "]: Failed password for root from "
                    + address(number) + " port 4022 ssh2");
        }
        Collections.shuffle(lines, new Random(1));
        Files.write(lab.log(), lines);
        Files.setAttribute(lab.log(), "unix:gid", Account.DAEMON.groups().get(0));
    }

    private static String address(int number) {
        return "198.51.100." + number;
    }

    private static int count(Lab lab, String key) throws Exception {
        return lab.daemon().jail("sshd").map(jail -> jail.get(key).getAsInt()).orElse(-1);
    }

    private static List<String> banned(Lab lab) throws Exception {
        List<String> banned = new ArrayList<>();
        lab.daemon()
                .jail("sshd")
                .orElseThrow()
                .getAsJsonArray("banned")
                .forEach(ban -> banned.add(ban.getAsJsonObject().get("address").getAsString()));
        Collections.sort(banned);
        return banned;
    }

    @Test
    void aJailSpreadsItsBansOverSeveralListsAndBansTheNetworkOfManyNeighbours() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.NFT, 600)) {
            lab.attackAlsoFrom("198.51.100");
            lab.configureJail(600, 20, ", lists=3", "networkbans = 3");
            RootScript.print(lab, Firewall.NFT).run();
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            List<Route> routes = List.of(Route.IPV4, Route.IPV6, Route.BYSTANDER_IPV4);
            for (Route route : routes) {
                lab.daemon().ask(Account.DAEMON, "ban", "sshd", route.attacker());
                assertThat(lab.attacker().connects(route)).isFalse();
            }
            int entries = 0;
            for (int list = 1; list <= 3; list++) {
                // Each has its sentinel.
                entries += lab.list("bailiff-sshd-" + list).entries().size() - 1;
            }
            assertThat(entries).isEqualTo(3);

            Route neighbour = new Route("198.51.100.200", Route.IPV4.server());
            assertThat(lab.attacker().connects(neighbour)).isTrue();
            attack(lab, "198.51.100.7", "198.51.100.8", "198.51.100.9");
            Await.until(
                    "the network is banned", Daemon.PATIENCE, () -> banned(lab).contains("198.51.100.0/24"));
            assertThat(banned(lab)).doesNotContain("198.51.100.7", "198.51.100.9");
            assertThat(lab.attacker().connects(neighbour)).isFalse();
            assertThat(lab.daemon().ask(Account.DAEMON, "why", "198.51.100.200").out())
                    .contains("198.51.100.0/24");
            JsonObject jail = lab.daemon().jail("sshd").orElseThrow();
            assertThat(jail.get("state").getAsString()).isEqualTo("ACTIVE");

            lab.daemon().ask(Account.DAEMON, "unban", "198.51.100.7");
            assertThat(lab.attacker().connects(neighbour)).isTrue();
        }
    }

    private static void attack(Lab lab, String... addresses) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String address : addresses) {
            for (int failure = 0; failure < 3; failure++) {
                lines.add(Instant.now().truncatedTo(ChronoUnit.MICROS)
                        + " server sshd[7]: Failed password for root from " + address + " port 4022 ssh2");
            }
        }
        lab.write(lines);
    }
}
