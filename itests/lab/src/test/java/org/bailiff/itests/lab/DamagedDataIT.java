// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the data directory while the daemon is down, it starts, says so, and keeps out who was out. */
@RequiresKernel
class DamagedDataIT {
    /** What could not be written is tried again with growing pauses. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @Test
    void whoStillStandsInTheListOfAJailWhoseLogIsGoneIsBannedAgain() throws Exception {
        try (Lab lab = banned(Route.IPV4)) {
            lab.daemon().kill();
            Files.delete(lab.file("data/jails/sshd.log"));
            lab.daemon().start();

            Await.until("it is a ban", Daemon.PATIENCE, () -> isBanned(lab));
            assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
            assertThat(status(lab)).contains("sshd.log is gone");
        }
    }

    @Test
    void aLogThatTheDaemonMayNotSeeIsPutAsideOnceItMay() throws Exception {
        try (Lab lab = banned(Route.IPV4)) {
            lab.daemon().kill();
            Path jails = lab.file("data/jails");
            byte[] before = Files.readAllBytes(jails.resolve("sshd.log"));
            Files.setOwner(jails, owner(jails, "root"));
            lab.daemon().start();
            Await.until("it is said", Daemon.PATIENCE, () -> status(lab).contains("sshd.log cannot be read"));

            Files.setOwner(jails, owner(jails, Integer.toString(Account.DAEMON.user())));
            Await.until("it is written again", PATIENCE, () -> !status(lab).contains("tried again"));

            assertThat(jails.resolve("sshd.log.unreadable")).hasBinaryContent(before);
            assertThat(isBanned(lab)).isTrue();
        }
    }

    private static UserPrincipal owner(Path path, String name) throws IOException {
        return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    @Test
    @Tag("long")
    void itStartsWithAnyFileFlippedCutEmptiedRemovedOrMadeAFolder() throws Exception {
        try (Lab lab = banned(Route.IPV4)) {
            Random random = new Random(5);
            for (Harm harm : Harm.values()) {
                lab.daemon().stop();
                for (Path file : files(lab.file("data"))) {
                    harm.doTo(file, random);
                }
                lab.daemon().start();

                lab.daemon().awaitState("sshd", "ACTIVE");
                Await.until("it is a ban after " + harm, Daemon.PATIENCE, () -> isBanned(lab));
                assertThat(lab.attacker().connects(Route.IPV4)).as(harm.name()).isFalse();
            }
        }
    }

    /** What may become of a file. */
    private enum Harm {
        FLIPPED,
        CUT,
        EMPTIED,
        REMOVED,
        MADE_A_FOLDER;

        void doTo(Path file, Random random) throws IOException {
            byte[] content = Files.readAllBytes(file);
            switch (this) {
                case FLIPPED -> {
                    if (content.length > 0) {
                        content[random.nextInt(content.length)] ^= (byte) (1 + random.nextInt(255));
                        Files.write(file, content);
                    }
                }
                case CUT -> Files.write(file, Arrays.copyOf(content, content.length * 2 / 3));
                case EMPTIED -> Files.write(file, new byte[0]);
                case REMOVED -> {
                    // Without anything, it is a first start.
                    if (!file.endsWith("data/seed")) {
                        Files.delete(file);
                    }
                }
                case MADE_A_FOLDER -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Lab banned(Route route) throws Exception {
        Lab lab = Lab.withList(Firewall.LEGACY, 600);
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.attacker().bruteForceUntilCutOff(route);
        return lab;
    }

    private static boolean isBanned(Lab lab) throws IOException, InterruptedException {
        return lab.daemon().banEnd("sshd", Route.IPV4.attacker()).isPresent();
    }

    private static String status(Lab lab) throws IOException, InterruptedException {
        return lab.daemon().ask(Account.DAEMON, "status").out();
    }
}
