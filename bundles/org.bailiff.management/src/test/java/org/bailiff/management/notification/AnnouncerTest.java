// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailState;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Announcement> told = new LinkedBlockingQueue<>();

    private static Announcement announcement(int number) {
        return new Announcement(Announcement.BAN_ADDED, Topic.jail("sshd"), NOW, "number " + number, Map.of());
    }

    private Announcement next() throws InterruptedException {
        return told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void announcementsAreToldInTheirOrderOnAThreadOfTheirOwn() throws InterruptedException {
        BlockingQueue<String> threads = new LinkedBlockingQueue<>();
        try (Announcer announcer = new Announcer(InstantSource.fixed(NOW), announcement -> {
            threads.add(Thread.currentThread().getName());
            told.add(announcement);
        })) {
            announcer.start();
            announcer.announce(announcement(1));
            announcer.announce(announcement(2));

            assertThat(next().words().get().message()).isEqualTo("number 1");
            assertThat(next().words().get().message()).isEqualTo("number 2");
            assertThat(threads).containsOnly("bailiff-notifications");
        }
    }

    @Test
    void aListenerThatIsStuckHoldsNobodyUpAndWhatDoesNotFitIsCounted() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Announcer announcer = new Announcer(Clock.systemUTC(), announcement -> {
            stuck.countDown();
            awaitQuietly(goOn);
            told.add(announcement);
        })) {
            announcer.start();
            announcer.announce(announcement(0));
            assertThat(stuck.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

            int all = Announcer.CAPACITY + 500;
            for (int number = 1; number < all; number++) {
                announcer.announce(announcement(number));
            }
            goOn.countDown();

            long counted = 0;
            while (counted < all) {
                counted += Long.parseLong(next().words().get().details().getOrDefault("count", "1"));
            }
            assertThat(counted).isEqualTo(all);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterClosingNothingIsTold() throws InterruptedException {
        Announcer announcer = new Announcer(InstantSource.fixed(NOW), told::add);
        announcer.start();
        announcer.close();

        announcer.announce(announcement(1));

        assertThat(told).isEmpty();
    }

    @Test
    void whatSomebodyAskedForNamesWhoDid() {
        List<Announcement> worded = new ArrayList<>();
        Ban ban = new Ban(
                "id",
                "sshd",
                Network.parse("192.0.2.0/24"),
                NOW,
                Optional.empty(),
                1,
                BanOrigin.ADOPTED,
                "bailiff",
                "",
                List.of());

        Announcements announcements = new Announcements(InstantSource.fixed(NOW), worded::add);
        announcements.unbanned(ban, UnbanCause.COMMAND, new Caller("alice", "socket", Role.OPERATOR));
        announcements.unbanned(ban, UnbanCause.MERGED, Caller.DAEMON);

        assertThat(worded)
                .extracting(each -> each.words().get().message())
                .containsExactly(
                        "sshd: the ban of 192.0.2.0/24 has ended: on command, by alice (socket)",
                        "sshd: the ban of 192.0.2.0/24 has ended: its network is banned in its place");
    }

    @Test
    void eachKindOfNoticeHasATypeThatIsDeclaredAndASafeMessage() {
        List<Announcement> told = new ArrayList<>();
        Announcements announcements = new Announcements(InstantSource.fixed(NOW), told::add);

        for (Notice.Kind kind : Notice.Kind.values()) {
            announcements.noticed("sshd", new Notice(kind, "the list is gone\u001b[2J; run 'bailiff firewall'"));
        }

        assertThat(told).extracting(Announcement::type).doesNotHaveDuplicates().isSubsetOf(types());
        assertThat(told)
                .extracting(each -> each.words().get().message())
                .containsOnly("sshd: the list is gone\\x1b[2J; run 'bailiff firewall'");
        assertThat(told.get(0).type()).isEqualTo("org.bailiff.list.removed");
        assertThat(told.get(0).words().get().details())
                .containsEntry("jail", "sshd")
                .containsEntry("kind", "LIST_REMOVED")
                .containsEntry("message", "the list is gone\\x1b[2J; run 'bailiff firewall'");
    }

    @Test
    void aRegexThatWasCutOffIsToldWithItsCount() {
        List<Announcement> told = new ArrayList<>();

        new Announcements(InstantSource.fixed(NOW), told::add)
                .cutOff("sshd", new CutOff("failregex", 3, "^a\u001b <ADDR>$", 8));

        assertThat(told).singleElement().satisfies(announcement -> {
            assertThat(announcement.type())
                    .isEqualTo("org.bailiff.search.cut.off")
                    .isIn(types());
            assertThat(announcement.words().get().message())
                    .isEqualTo("sshd: failregex 3 took too many steps for a line, 8 times so far, and was cut off");
            assertThat(announcement.words().get().details())
                    .containsEntry("regex", "^a\\x1b <ADDR>$")
                    .containsEntry("count", "8");
        });
    }

    private static Set<String> types() {
        return AnnouncementTypes.MEANINGS.keySet();
    }

    @Test
    void bansUnbansAndStatesAreWordedInOneSafeLine() {
        List<Announcement> worded = new ArrayList<>();
        Announcements announcements = new Announcements(InstantSource.fixed(NOW), worded::add);
        Network target = Network.parse("192.0.2.7");
        Ban ban = new Ban(
                "id", "sshd", target, NOW, Optional.empty(), 2, BanOrigin.MANUAL, "al\nice", "<html>", List.of());

        announcements.banned(ban, false);
        announcements.unbanned(ban, UnbanCause.JAIL_REMOVED, Caller.DAEMON);
        announcements.stateChanged("sshd", JailState.WAITING, "no\nlog");

        assertThat(worded)
                .extracting(each -> each.words().get().message())
                .containsExactly(
                        "sshd: 192.0.2.7 is banned for ever; ban number 2 of it here",
                        "sshd: the ban of 192.0.2.7 has ended: the jail was disabled or removed",
                        "sshd is WAITING: no\\x0alog");
        assertThat(worded.get(0).words().get().details())
                .containsEntry("address", "192.0.2.7")
                .containsEntry("until", "")
                .containsEntry("by", "al\\x0aice")
                .containsEntry("reason", "\\x3chtml>")
                .containsEntry("restored", "false");
        assertThat(worded.get(1).words().get().details()).containsEntry("cause", "JAIL_REMOVED");
        assertThat(worded.get(2).words().get().details()).containsEntry("state", "WAITING");
    }
}
