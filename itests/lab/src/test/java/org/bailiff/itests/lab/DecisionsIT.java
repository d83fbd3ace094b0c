// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Disk;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The log of decisions of the real daemon: rotated, killed, on a full disk. */
@RequiresKernel
class DecisionsIT {

    private static void start(Lab lab) throws Exception {
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    private static void configure(Lab lab) throws Exception {
        lab.configure(
                "bailiff.conf",
                "[Definition]\ndecisions.file = " + lab.file("data").resolve("decisions.log") + "\n");
    }

    /** What is said of bans; each line has to be an object. */
    private static List<JsonObject> bans(Path file) throws IOException {
        return Files.notExists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .map(line -> JsonParser.parseString(line).getAsJsonObject())
                        .filter(line -> line.get("event").getAsString().equals("ban"))
                        .toList();
    }

    private static void awaitBans(Path file, int count) throws Exception {
        Await.until(
                count + " bans are in " + file,
                Daemon.PATIENCE,
                () -> bans(file).size() >= count);
    }

    private static String text(JsonObject line, String key) {
        return line.get(key).getAsString();
    }

    @Test
    void eachBanIsALineAlsoAfterARotationAndAKill() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, 600)) {
            configure(lab);
            start(lab);
            Path file = lab.file("data").resolve("decisions.log");
            Path rotated = lab.file("data").resolve("decisions.log.1");

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            awaitBans(file, 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-r-----");
            Files.move(file, rotated, StandardCopyOption.ATOMIC_MOVE);
            lab.daemon().signal("USR1");
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);
            awaitBans(file, 1);
            assertThat(lab.daemon().output()).doesNotContain("SIGUSR1 has no effect");
            lab.daemon().kill();
            start(lab);
            awaitBans(file, 3);

            JsonObject ban = bans(rotated).get(0);
            assertThat(text(ban, "address")).isEqualTo(Route.IPV4.attacker());
            assertThat(text(ban, "jail")).isEqualTo("sshd");
            assertThat(ban.get("failures").getAsInt()).isPositive();
            assertThat(ban.get("restored").getAsBoolean()).isFalse();
            assertThat(bans(file).get(0).get("id"))
                    .isIn(bans(file).get(1).get("id"), bans(file).get(2).get("id"));
            assertThat(bans(file).subList(1, 3))
                    .extracting(line -> text(line, "address") + line.get("restored"))
                    .containsExactlyInAnyOrder(Route.IPV4.attacker() + true, Route.IPV6.attacker() + true);
            assertThat(bans(file).subList(1, 3))
                    .extracting(line -> line.get("id"))
                    .contains(ban.get("id"));
        }
    }

    @Test
    @Tag("long")
    void aFullDiskHoldsUpNoBanAndLosesNoLine() throws Exception {
        try (Lab lab = Lab.withList(Firewall.LEGACY, 600)) {
            Disk disk = Disk.forDataOf(lab);
            lab.daemon().takeRuntimeDirectory(lab.folder("run"));
            configure(lab);
            start(lab);
            Path file = lab.server().file(lab.file("data") + "/decisions.log");
            lab.daemon().ask(Account.DAEMON, "ban", "sshd", "198.51.100.1");
            awaitBans(file, 1);

            disk.fill();
            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            // A page of the file may have had room left.
            for (int host = 2; host < 60; host++) {
                lab.daemon().ask(Account.DAEMON, "ban", "sshd", "198.51.100." + host);
            }
            Await.until("it is said", Daemon.PATIENCE, () -> lab.daemon()
                    .output()
                    .contains("decisions cannot be written to"));
            disk.empty();

            awaitBans(file, 60);
            assertThat(bans(file)).extracting(line -> line.get("id")).doesNotHaveDuplicates();
            assertThat(bans(file))
                    .extracting(line -> text(line, "address"))
                    .contains(Route.IPV4.attacker(), "198.51.100.59");
        }
    }
}
