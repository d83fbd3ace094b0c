// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Disk;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.Outcome;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk that takes nothing keeps the daemon neither from starting nor from banning, and all is kept once it does. */
@RequiresKernel
class UnwritableDiskIT {
    /** What could not be written is tried again with growing pauses. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @Test
    void onAReadOnlyDiskItStartsWithWhatItHadBansAndRemembersAllOnceItIsWritable() throws Exception {
        try (Lab lab = lab()) {
            Disk disk = Disk.forDataOf(lab);
            lab.daemon().takeRuntimeDirectory(lab.folder("run"));
            ban(lab, Route.IPV4);

            lab.daemon().kill();
            disk.becomeReadOnly();
            ban(lab, Route.IPV6);

            assertThat(isBanned(lab, Route.IPV4)).isTrue();
            assertThat(status(lab)).contains("DEGRADED").contains("cannot be written");
            Outcome second = lab.daemon().runAnother(Account.DAEMON);
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("another bailiff runs on the data directory");

            disk.becomeWritable();
            awaitRunning(lab);
            assertBothAreRememberedAfterAKill(lab);
        }
    }

    @Test
    void onAFullDiskItStartsWithWhatItHadBansAndRemembersAllOnceThereIsRoom() throws Exception {
        try (Lab lab = lab()) {
            Disk disk = Disk.forDataOf(lab);
            lab.daemon().takeRuntimeDirectory(lab.folder("run"));
            ban(lab, Route.IPV4);

            lab.daemon().kill();
            disk.fill();
            ban(lab, Route.IPV6);

            assertThat(isBanned(lab, Route.IPV4)).isTrue();
            Await.until(
                    "the loss is noticed", Daemon.PATIENCE, () -> status(lab).contains("DEGRADED"));

            disk.empty();
            awaitRunning(lab);
            assertBothAreRememberedAfterAKill(lab);
        }
    }

    @Test
    @Tag("long")
    void aFirstStartOnAFullDiskBansToo() throws Exception {
        try (Lab lab = lab()) {
            Disk disk = Disk.forDataOf(lab);
            lab.daemon().takeRuntimeDirectory(lab.folder("run"));
            disk.fill();
            ban(lab, Route.IPV4);

            assertThat(status(lab)).contains("DEGRADED");
            assertThat(lab.daemon().output()).contains("storage cannot be written in");

            disk.empty();
            awaitRunning(lab);
            lab.daemon().kill();
            lab.daemon().start();
            awaitBanned(lab, Route.IPV4);
        }
    }

    private static Lab lab() throws Exception {
        return Lab.withList(Firewall.LEGACY, 600);
    }

    private static void ban(Lab lab, Route route) throws Exception {
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
        lab.attacker().bruteForceUntilCutOff(route);
        awaitBanned(lab, route);
    }

    private static void awaitBanned(Lab lab, Route route) throws Exception {
        Await.until(route.attacker() + " is banned", Daemon.PATIENCE, () -> isBanned(lab, route));
    }

    private static boolean isBanned(Lab lab, Route route) throws Exception {
        return lab.daemon().banEnd("sshd", route.attacker()).isPresent();
    }

    private static void awaitRunning(Lab lab) throws Exception {
        Await.until("it is RUNNING", PATIENCE, () -> status(lab).contains("RUNNING"));
    }

    private static void assertBothAreRememberedAfterAKill(Lab lab) throws Exception {
        lab.daemon().kill();
        lab.daemon().start();
        awaitBanned(lab, Route.IPV4);
        awaitBanned(lab, Route.IPV6);
        assertThat(lab.attacker().connects(Route.IPV4)).isFalse();
        assertThat(lab.attacker().connects(Route.IPV6)).isFalse();
    }

    private static String status(Lab lab) throws Exception {
        return lab.daemon().ask(Account.DAEMON, "status").out();
    }
}
