// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class BanBookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Network ATTACKER = Network.parse("192.0.2.7");

    private final BanBook book = new BanBook(new Room(10, 1 << 20));

    private static Ban ban(Network target, Optional<Instant> until) {
        return new Ban("id", "sshd", target, NOON, until, 1, BanOrigin.MANUAL, "alice", "", List.of());
    }

    @Test
    void permanentBansThatAreEndedByHandLeaveNothingBehind() {
        for (int round = 0; round < 1_000; round++) {
            book.add(ban(ATTACKER, Optional.empty()));
            book.end(ATTACKER, NOON);
        }

        assertThat(book.awaited()).isLessThan(100);
    }

    @Test
    void theQueueLosesNoBanWhenItIsCleaned() {
        Network other = Network.parse("192.0.2.8");
        book.add(ban(other, Optional.of(NOON.plusSeconds(60))));
        for (int round = 0; round < 1_000; round++) {
            book.add(ban(ATTACKER, Optional.empty()));
        }

        assertThat(book.nextEnd()).contains(NOON.plusSeconds(60));
        assertThat(book.over(NOON.plusSeconds(60))).extracting(Ban::target).containsExactly(other);
    }

    @Test
    void aNetworksBanCoversItsAddressesUntilItEnds() {
        Network network = Network.parse("192.0.2.0/24");
        book.add(ban(network, Optional.empty()));
        book.add(ban(network, Optional.empty()));

        assertThat(book.covering(ATTACKER.base())).isPresent();
        book.end(network, NOON);
        assertThat(book.covering(ATTACKER.base())).isEmpty();
        book.add(ban(network, Optional.empty()));
        assertThat(book.covering(ATTACKER.base())).isPresent();
    }
}
