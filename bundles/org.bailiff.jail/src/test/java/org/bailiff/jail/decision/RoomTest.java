// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FIND_TIME = Duration.ofMinutes(10);

    private static boolean add(FailureWindows windows, String id, Instant time, int maxRetry) {
        return windows.add(id, new Evidence(time, 1, 1, "a line"), FIND_TIME, maxRetry) > 0;
    }

    private static void flood(FailureWindows windows, int ids) {
        for (int host = 0; host < ids; host++) {
            add(windows, "10.0." + host / 256 + "." + host % 256, NOON, 3);
        }
    }

    @Test
    void allJailsTogetherCountNoMoreIdsThanThereIsRoomFor() {
        Room room = new Room(100, 1 << 20);
        FailureWindows one = new FailureWindows(room);
        FailureWindows other = new FailureWindows(room);
        flood(one, 70);
        flood(other, 70);

        assertThat(one.size() + other.size()).isEqualTo(100);
        assertThat(other.buckets()).isEqualTo(1);
        one.close();
        assertThat(add(other, "192.0.2.1", NOON, 3)).isTrue();
    }

    @Test
    void whatIsTooOldInAFullRoomGivesWayToWhatIsNew() {
        FailureWindows windows = new FailureWindows(new Room(100, 1 << 20));
        flood(windows, 200);

        assertThat(add(windows, "192.0.2.1", NOON.plus(FIND_TIME).plusSeconds(1), 3))
                .isTrue();
        assertThat(windows.size()).isEqualTo(1);
        assertThat(windows.buckets()).isZero();
    }

    @Test
    void noIdGrowsPastTheRoomHoweverManyFailuresBan() {
        Room room = new Room(1_000_000, 100_000);
        FailureWindows windows = new FailureWindows(room);
        int failures = 0;
        while (failures < 100_000 && add(windows, "192.0.2." + failures % 200, NOON.plusNanos(failures * 7L), 10_000)) {
            failures++;
        }

        assertThat(failures).isBetween(1_000, 50_000);
        assertThat(room.isLeftToBan()).isTrue();
        assertThat(add(windows, "192.0.2.1", NOON, 2)).as("the one that bans").isTrue();
    }

    @Test
    void aJailThatWasFloodedLeavesAnotherItsLines() {
        Room room = new Room(100_000, 100_000);
        FailureWindows flooded = new FailureWindows(room);
        FailureWindows quiet = new FailureWindows(room);
        flood(flooded, 1_000);

        add(quiet, "192.0.2.1", NOON, 3);
        add(quiet, "192.0.2.1", NOON.plusSeconds(1), 3);

        assertThat(quiet.find("192.0.2.1").orElseThrow().failures())
                .extracting(Evidence::line)
                .containsExactly("a line", "a line");
    }

    @Test
    void aFloodOfNetworksIsBoundedToo() {
        FailureWindows windows = new FailureWindows(new Room(100, 1 << 20));
        for (int network = 0; network < 1_000; network++) {
            add(windows, "10." + network / 256 + "." + network % 256 + ".1", NOON, 3);
        }

        assertThat(windows.buckets()).isEqualTo(11);
    }

    @Test
    void endedBansAreRememberedWithinBoundsOfAllJails() {
        Room room = new Room(100, 1 << 20);
        BanBook one = new BanBook(room);
        BanBook other = new BanBook(room);
        for (int host = 0; host < 1_000; host++) {
            Network target = Network.parse("10.0." + host / 256 + "." + host % 256);
            one.remember(new BanHistory(target, 1, NOON));
            other.remember(new BanHistory(target, 1, NOON));
        }

        assertThat(one.history()).hasSize(200);
        assertThat(other.history()).hasSize(200).containsKey(Network.parse("10.0.3.231"));
        one.close();
        other.close();
        assertThat(room.isEmpty()).isTrue();
    }
}
