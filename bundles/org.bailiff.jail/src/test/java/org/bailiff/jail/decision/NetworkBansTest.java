// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

/** When a network is banned in the place of its addresses. */
class NetworkBansTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Decisions decisions = decisions(new NetworkBans(4));

    private static Decisions decisions(NetworkBans networks) {
        IgnoreList ignored = new IgnoreList(
                List.of(Network.parse("198.51.100.77")), true, () -> Set.of(Address.parse("203.0.113.1")));
        Thresholds thresholds =
                new Thresholds(3, Duration.ofMinutes(10), BanTimes.fixed(BanTime.ofSeconds(600)), ignored, networks);
        return new Decisions("sshd", thresholds, new Room(1000, 1 << 20), BanGate.OPEN, PastBans.NONE);
    }

    private Ban ban(String address, Optional<BanTime> banTime) {
        return decisions.ban(new BanRequest(Network.parse(address), banTime, "", false), Caller.DAEMON, NOON);
    }

    private Ban banAll(String network, int count) {
        Ban last = null;
        for (int number = 1; number <= count; number++) {
            last = ban(network + number, Optional.empty());
        }
        return last;
    }

    @Test
    void enoughNeighboursOfASlash24LeadToItsBan() {
        Ban third = banAll("192.0.2.", 3);
        assertThat(decisions.networkBan(third, false)).isEmpty();
        Ban fourth = ban("192.0.2.200", Optional.empty());

        Ban network = decisions.networkBan(fourth, false).orElseThrow();

        assertThat(network.target()).hasToString("192.0.2.0/24");
        assertThat(network.origin()).isEqualTo(BanOrigin.NEIGHBOURS);
        assertThat(network.reason()).isEqualTo("4 of its addresses were banned");
        assertThat(network.until()).contains(NOON.plusSeconds(600));
    }

    @Test
    void enoughNeighboursOfASlash64LeadToItsBan() {
        Ban fourth = banAll("2001:db8:0:7::", 4);

        assertThat(decisions.networkBan(fourth, false).orElseThrow().target()).hasToString("2001:db8:0:7::/64");
    }

    @Test
    void itLastsAsLongAsTheLastOfItsAddresses() {
        ban("192.0.2.9", Optional.of(BanTime.ofSeconds(7200)));
        Ban fourth = banAll("192.0.2.", 3);
        assertThat(decisions.networkBan(fourth, false).orElseThrow().until()).contains(NOON.plusSeconds(7200));

        ban("192.0.2.9", Optional.of(BanTime.PERMANENT));

        assertThat(decisions.networkBan(fourth, false).orElseThrow().until()).isEmpty();
    }

    @Test
    void aMergeEndsTheBansOfTheAddressesAndKeepsThemOutAllTheSame() {
        Ban fourth = banAll("192.0.2.", 4);
        Ban network = decisions.networkBan(fourth, false).orElseThrow();

        List<Ban> members = decisions.merge(network, NOON);

        assertThat(members).hasSize(4);
        assertThat(decisions.bans()).containsExactly(network);
        assertThat(decisions.covering(Address.parse("192.0.2.3"))).contains(network);
        assertThat(decisions.past(Network.parse("192.0.2.3"))).isPresent();
    }

    @Test
    void whereRoomIsShortHalfAsManyAreEnoughInAnyNetwork() {
        banAll("192.0.2.", 2);
        Ban elsewhere = ban("2001:db8::1", Optional.empty());

        assertThat(decisions.networkBan(elsewhere, false)).isEmpty();
        assertThat(decisions.networkBan(elsewhere, true).orElseThrow().target()).hasToString("192.0.2.0/24");
    }

    @Test
    void aNetworkThatHoldsAnIgnoredOrOwnAddressIsNeverBanned() {
        assertThat(decisions.networkBan(banAll("198.51.100.", 8), true)).isEmpty();
        assertThat(decisions.networkBan(banAll("203.0.113.10", 8), true)).isEmpty();
        assertThat(decisions.objection(Network.parse("198.51.100.0/24"), NOON).orElseThrow())
                .contains("ignoreip 198.51.100.77");
    }

    @Test
    void networksAreNotBannedUnlessToldTo() {
        Decisions off = decisions(NetworkBans.OFF);

        assertThat(off.objection(Network.parse("192.0.2.0/24"), NOON).orElseThrow())
                .contains("'networkbans'");
        assertThat(decisions.objection(Network.parse("192.0.2.0/24"), NOON)).isEmpty();
        assertThat(decisions.objection(Network.parse("192.0.0.0/16"), NOON).orElseThrow())
                .contains("IPv4's is /24")
                .contains("192.0.0.0/24");
    }
}
