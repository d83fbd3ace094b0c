// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    private final Coalescer coalescer = new Coalescer();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private boolean passes(String jail, String type) {
        return coalescer
                .accept(new Announcement(type, Topic.jail(jail), now, "a message", Map.of()), now)
                .isPresent();
    }

    private void fillTheSecond() {
        for (int number = 0; number < Coalescer.LIMIT; number++) {
            assertThat(passes("sshd", Announcement.BAN_ADDED)).isTrue();
        }
    }

    @Test
    void fiftyASecondPassEachSecond() {
        fillTheSecond();
        now = now.plusSeconds(1);
        fillTheSecond();

        assertThat(coalescer.holds()).isFalse();
        assertThat(coalescer.due(now)).isEmpty();
    }

    @Test
    void ofMoreOnlyTheNumbersAreToldWhenTheSecondIsOver() {
        fillTheSecond();
        assertThat(passes("sshd", Announcement.BAN_ADDED)).isFalse();
        assertThat(passes("sshd", Announcement.BAN_ADDED)).isFalse();
        assertThat(passes("sshd", Announcement.BAN_REMOVED)).isFalse();
        assertThat(passes("nginx", Announcement.BAN_ADDED)).isFalse();

        assertThat(coalescer.due(now.plusMillis(999))).isEmpty();
        assertThat(coalescer.due(now.plusSeconds(1)))
                .extracting(
                        summary -> summary.type() + " " + summary.words().get().details())
                .containsExactly(
                        "org.bailiff.ban.added {count=1, jail=nginx}",
                        "org.bailiff.ban.added {count=2, jail=sshd}",
                        "org.bailiff.ban.removed {count=1, jail=sshd}");
        assertThat(coalescer.holds()).isFalse();
        assertThat(coalescer.due(now.plusSeconds(2))).isEmpty();
    }

    @Test
    void aSecondBeginsWithItsFirstAnnouncement() {
        passes("sshd", Announcement.BAN_ADDED);
        now = now.plusMillis(1500);

        fillTheSecond();

        now = now.plusMillis(999);
        assertThat(passes("sshd", Announcement.BAN_ADDED)).isFalse();
    }

    @Test
    void whatGotLostBeforeIsCountedToo() {
        coalescer.hold(new Coalescer.Subject(Topic.jail("sshd"), Announcement.BAN_ADDED), 7);

        assertThat(coalescer.due(now)).singleElement().satisfies(summary -> assertThat(
                        summary.words().get().details())
                .containsEntry("count", "7"));
    }

    @Test
    void aClockThatIsSetBackHoldsNothingBack() {
        fillTheSecond();
        passes("sshd", Announcement.BAN_ADDED);
        now = now.minusSeconds(3600);

        assertThat(coalescer.due(now)).hasSize(1);
        fillTheSecond();
    }
}
