// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Await;
import org.bailiff.itests.lab.world.Daemon;
import org.bailiff.itests.lab.world.Firewall;
import org.bailiff.itests.lab.world.Journal;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.ProcessStatus;
import org.bailiff.itests.lab.world.RequiresKernel;
import org.bailiff.itests.lab.world.Route;
import org.junit.jupiter.api.Test;

/** A server whose sshd logs to the journal alone. A ban takes three failures; each time the attacker guesses is two. */
@RequiresKernel
class JournalIT {
    private static final int BAN_SECONDS = 600;

    private static void start(Lab lab, Journal journal) throws Exception {
        lab.daemon().join(journal.group());
        lab.daemon().start();
        lab.daemon().awaitState("sshd", "ACTIVE");
    }

    private static void awaitFailures(Lab lab, long atLeast) throws Exception {
        Await.until(atLeast + " failures are counted", Daemon.PATIENCE, () -> failures(lab) >= atLeast);
    }

    private static long failures(Lab lab) throws Exception {
        return lab.daemon().jail("sshd").orElseThrow().get("totalFailed").getAsLong();
    }

    private static void awaitBan(Lab lab, Route route) throws Exception {
        Await.until(route.attacker() + " is banned", Daemon.PATIENCE, () -> lab.list()
                .holds(route.attacker()));
    }

    private static void awaitStatus(Lab lab, String text) throws Exception {
        Await.until(
                "the status says: " + text,
                Daemon.PATIENCE,
                () -> lab.daemon().ask(Account.DAEMON, "status", "sshd").out().contains(text));
    }

    private static List<ProcessHandle> readers(Lab lab) {
        return lab.daemon()
                .process()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/journalctl"))
                .toList();
    }

    private static void awaitReader(Lab lab) throws Exception {
        Await.until(
                "the journal is read by one process",
                Daemon.PATIENCE,
                () -> readers(lab).size() == 1);
    }

    @Test
    void aBruteForceThatOnlyTheJournalTellsOfIsCutOff() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            start(lab, lab.logToJournalAlone(BAN_SECONDS));
            assertThat(lab.attacker().connects(Route.IPV4)).isTrue();

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);
            lab.attacker().bruteForceUntilCutOff(Route.IPV6);

            assertThat(lab.attacker().connects(Route.BYSTANDER_IPV4)).isTrue();
            assertThat(lab.daemon()
                            .ask(Account.DAEMON, "why", Route.IPV4.attacker())
                            .out())
                    .contains("Failed password for root from " + Route.IPV4.attacker());
            awaitStatus(lab, "journal:_UID=0 SYSLOG_IDENTIFIER=sshd + _UID=0 SYSLOG_IDENTIFIER=sshd-session");
            Privileges.assertNoneAreLeft(lab);
        }
    }

    @Test
    void aRestartGoesOnBehindTheLastEntryAndMissesNothing() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            start(lab, lab.logToJournalAlone(BAN_SECONDS));
            lab.attacker().guess(Route.IPV4);
            awaitFailures(lab, 2);

            lab.daemon().stop();
            lab.attacker().guess(Route.IPV6);
            lab.daemon().start();
            awaitFailures(lab, 4);
            assertThat(lab.list().holds(Route.IPV4.attacker()))
                    .as("two failures are not counted twice")
                    .isFalse();
            assertThat(failures(lab)).isEqualTo(4);

            lab.daemon().kill();
            lab.attacker().guess(Route.IPV4);
            lab.daemon().start();
            awaitBan(lab, Route.IPV4);
            assertThat(lab.list().holds(Route.IPV6.attacker())).isFalse();
        }
    }

    @Test
    void failuresFromBeforeTheFirstStartCountAsFarAsFindTimeReaches() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            Journal journal = lab.logToJournalAlone(BAN_SECONDS);
            lab.attacker().guess(Route.IPV4);
            lab.attacker().guess(Route.IPV4);

            start(lab, journal);

            awaitBan(lab, Route.IPV4);
        }
    }

    @Test
    void aRotatedJournalIsFollowedAndOneThatIsGoneIsSaid() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            Journal journal = lab.logToJournalAlone(BAN_SECONDS);
            start(lab, journal);
            lab.attacker().guess(Route.IPV4);
            awaitFailures(lab, 2);
            journal.rotate();
            journal.vacuum();
            lab.attacker().guess(Route.IPV4);
            awaitBan(lab, Route.IPV4);

            lab.daemon().stop();
            journal.rotate();
            journal.vacuum();
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "ACTIVE");
            awaitStatus(lab, "not in the journal any more");
            lab.attacker().guess(Route.IPV6);
            lab.attacker().guess(Route.IPV6);
            awaitBan(lab, Route.IPV6);
        }
    }

    @Test
    void aReaderThatIsKilledIsStartedAgainAndNoneOutlivesTheDaemon() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            start(lab, lab.logToJournalAlone(BAN_SECONDS));
            lab.attacker().guess(Route.IPV4);
            awaitFailures(lab, 2);
            awaitReader(lab);

            readers(lab).get(0).destroyForcibly();
            lab.attacker().guess(Route.IPV4);
            awaitBan(lab, Route.IPV4);
            awaitReader(lab);
            assertThat(failures(lab)).isBetween(3L, 4L);

            ProcessHandle reader = readers(lab).get(0);
            lab.daemon().kill();
            Await.until("the reader has ended", Daemon.PATIENCE, () -> ProcessStatus.of(reader.pid())
                    .map(ProcessStatus::hasEnded)
                    .orElse(true));
        }
    }

    @Test
    void aUserWhoMayNotReadTheJournalIsToldHowTo() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            Journal journal = lab.logToJournalAlone(BAN_SECONDS);
            lab.daemon().start();
            lab.daemon().awaitState("sshd", "WAITING");
            awaitStatus(lab, "to the group systemd-journal");

            lab.daemon().stop();
            start(lab, journal);
        }
    }

    @Test
    void whatOthersWriteInSshdsNameAccusesNobody() throws Exception {
        try (Lab lab = Lab.withList(Firewall.NFT, BAN_SECONDS)) {
            Journal journal = lab.logToJournalAlone(BAN_SECONDS);
            start(lab, journal);
            for (int line = 0; line < 5; line++) {
                journal.log(
                        Account.STRANGER,
                        "sshd",
                        "Failed password for root from " + Route.BYSTANDER_IPV4.attacker() + " port 22 ssh2");
            }

            lab.attacker().bruteForceUntilCutOff(Route.IPV4);

            assertThat(lab.list().holds(Route.BYSTANDER_IPV4.attacker())).isFalse();
        }
    }
}
