// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.RootScript;
import org.junit.jupiter.api.Test;

/** A jail with more bans than fit into one list, spread over many. */
@RequiresKernel
class ManyBansIT {
    private static final int BANS = 2000;
    private static final int LISTS = 32;

    @Test
    void afterAKillAndWithListsMadeAnewAllAreInForceAgainAndTheDaemonEndsInOrder() throws Exception {
        try (Lab lab = Lab.withoutList(Firewall.NFT, 3600)) {
            lab.configureJail(3600, 3600, ", lists=" + LISTS, "maxretry = 1\nfindtime = 1h");
            RootScript script = RootScript.print(lab, Firewall.NFT);
            script.run();
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            lab.write(attacks());
            awaitAllInForce(lab);
            // Asked for, a jail answers when it has also kept what it has decided.
            Await.until("all are kept", Daemon.PATIENCE, () -> bans(lab) == BANS);

            lab.daemon().kill();
            script.run("remove");
            script.run();
            assertThat(inForce(lab)).isEmpty();
            lab.daemon().start();

            awaitAllInForce(lab);
            lab.daemon().awaitState("sshd", "ACTIVE");
            assertThat(lab.daemon().stop()).as(lab.daemon().output()).isZero();
            assertThat(lab.daemon().output())
                    .contains("Restore Ban of " + BANS)
                    .doesNotContain("there is no filter")
                    .doesNotContain("ending without waiting");
            assertThat(inForce(lab)).as("a stop lets nobody in").hasSize(BANS);
        }
    }

    private static int bans(Lab lab) throws Exception {
        return lab.daemon().jail("sshd").orElseThrow().getAsJsonArray("banned").size();
    }

    private static void awaitAllInForce(Lab lab) throws Exception {
        Set<String> all = new TreeSet<>(addresses());
        Await.until("all are in the lists", Daemon.PATIENCE, () -> inForce(lab).equals(all));
    }

    private static Set<String> inForce(Lab lab) throws IOException {
        Set<String> listed = new TreeSet<>();
        for (int list = 1; list <= LISTS; list++) {
            lab.list("bailiff-sshd-" + list).entries().stream()
                    .map(line -> line.substring("src=".length(), line.indexOf(' ')))
                    // Bailiff's own mark is an address of IPv6.
                    .filter(address -> address.indexOf(':') < 0)
                    .forEach(listed::add);
        }
        return listed;
    }

    private static List<String> attacks() {
        List<String> lines = new ArrayList<>();
        for (String address : addresses()) {
            lines.add(Instant.now().truncatedTo(ChronoUnit.MICROS) + " server sshd[7]: Failed password for root from "
                    + address + " port 4022 ssh2");
        }
        return lines;
    }

    private static List<String> addresses() {
        return IntStream.range(0, BANS)
                .mapToObj(number -> "198.18." + number / 250 + "." + (number % 250 + 1))
                .toList();
    }
}
