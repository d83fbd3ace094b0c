// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Javas;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job again: on another Java, and again and again. */
@Tag("long")
@RequiresKernel
class LongRunIT {
    private static final int BAN_SECONDS = 5;
    private static final int ROUNDS = 30;

    @Test
    void theMainJobIsDoneOnJava25Too() throws Exception {
        Optional<Path> java = Javas.java25();
        assumeThat(java).as("a Java 25 below /usr/lib/jvm").isPresent();

        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS, java)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            attackAndWait(lab, Route.IPV4);
            attackAndWait(lab, Route.IPV6);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    @Test
    void theSameAttackerIsCutOffRoundAfterRoundAndNothingPilesUp() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, BAN_SECONDS)) {
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            attackAndWait(lab, Route.IPV4);
            long openAtFirst = openFiles(lab);

            for (int round = 0; round < ROUNDS; round++) {
                attackAndWait(lab, round % 2 == 0 ? Route.IPV6 : Route.IPV4);
                lab.rotateLog();
            }

            assertThat(openFiles(lab)).isLessThanOrEqualTo(openAtFirst + 5);
            Privileges.assertNoneAreLeft(lab);
        }
    }

    private static void attackAndWait(Lab lab, Route route) throws Exception {
        lab.attacker().bruteForceUntilCutOff(route);
        Await.until(
                route.attacker() + " is let in again", Daemon.PATIENCE.plusSeconds(BAN_SECONDS), () -> lab.attacker()
                        .connects(route));
    }

    private static long openFiles(Lab lab) throws IOException {
        long process = lab.daemon().process().pid();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return descriptors.count();
        }
    }
}
