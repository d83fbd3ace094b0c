// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Caller;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.JailState;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a jail makes of what its actions can do, find and show. */
class NetworkBanningTest {
    private static final String LOG = "/var/log/auth.log";

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeStore store = new FakeStore();
    private final News news = new News();
    private JailService jail = new JailService("sshd", surroundings, store);

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings.define("sshd", "FAIL");
    }

    @AfterEach
    void end() {
        jail.close(false);
        surroundings.close();
    }

    private void start() {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "logpath", LOG, "action", "fake", "maxretry", "1", "bantime", "1h", "networkbans", "3")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.conf:7")));
        jail.configure(new JailConfiguration("sshd", settings));
        news.await("ACTIVE");
    }

    private void attackFrom(String... addresses) {
        for (String address : addresses) {
            surroundings.files.write(LOG, "FAIL " + address);
        }
        surroundings.files.pump();
    }

    @Test
    void threeNeighboursAreBannedAsOneNetworkAndARestartKnowsIt() {
        start();
        attackFrom("192.0.2.1", "192.0.2.2", "192.0.2.3");
        news.await("banned 192.0.2.0/24");
        news.await("unbanned 192.0.2.3 MERGED");
        assertThat(surroundings.list.out()).containsExactly(Network.parse("192.0.2.0/24"));

        jail.close(false);
        jail = new JailService("sshd", surroundings, store);
        start();

        assertThat(jail.bans()).extracting(Ban::target).containsExactly(Network.parse("192.0.2.0/24"));
    }

    @Test
    void withoutAListOfNetworksTheAddressesStayOutOneByOne() {
        surroundings.list.refuseNetworks();
        start();
        attackFrom("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4");
        news.await("banned 192.0.2.4");

        assertThat(jail.bans()).hasSize(4);
        assertThat(surroundings.list.out()).hasSize(4);
    }

    @Test
    void whoLetsAnAddressInLetsItsNetworkIn() {
        start();
        attackFrom("192.0.2.1", "192.0.2.2", "192.0.2.3");
        news.await("unbanned 192.0.2.3 MERGED");

        BanReport report = jail.unban(Network.parse("192.0.2.2"), Caller.DAEMON);

        assertThat(report.sentence())
                .isEqualTo("[sshd] 192.0.2.2 is no longer banned, nor is its network 192.0.2.0/24");
        assertThat(surroundings.list.out()).isEmpty();
    }

    @Test
    void aNetworkIsBannedByHandAndTakesThePlaceOfItsAddresses() {
        start();
        attackFrom("192.0.2.1");
        news.await("banned 192.0.2.1");

        BanReport report =
                jail.ban(new BanRequest(Network.parse("192.0.2.0/24"), Optional.empty(), "", false), Caller.DAEMON);

        assertThat(report.inForce()).isTrue();
        assertThat(surroundings.list.out()).containsExactly(Network.parse("192.0.2.0/24"));
        assertThat(jail.bans()).hasSize(1);
    }

    @Test
    void whatSomebodyElseKeepsOutBecomesABan() {
        start();

        surroundings.list.find(Network.parse("192.0.2.9"));

        news.await("banned 192.0.2.9");
        assertThat(jail.bans()).extracting(Ban::origin).containsExactly(BanOrigin.ADOPTED);
    }

    @Test
    void aBanWhoseTargetIsStillSeenAndNeverDroppedIsReportedUntilAPacketIsDropped() {
        start();
        attackFrom("192.0.2.1");
        news.await("banned 192.0.2.1");
        Instant listed = surroundings.clock().instant();
        surroundings.list.show(listed, Optional.empty());
        surroundings.pass(Duration.ofSeconds(6));

        attackFrom("192.0.2.1");

        news.await("noticed NOT_ENFORCED");
        news.await("ACTIVE");
        assertThat(jail.status().reason())
                .contains("192.0.2.1 was seen in the log")
                .contains("bailiff doctor");
        assertThat(jail.status().state()).isEqualTo(JailState.ACTIVE);

        surroundings.list.show(listed, Optional.of(listed.plusSeconds(7)));
        jail.bans();
        news.await("ACTIVE");
        assertThat(jail.status().reason()).isEmpty();
    }

    @Test
    void aBanThatIsProvenOrThatJustCameIntoForceIsNotReported() {
        start();
        attackFrom("192.0.2.1", "198.51.100.1");
        news.await("banned 198.51.100.1");
        Instant listed = surroundings.clock().instant();
        surroundings.list.show(listed, Optional.empty());
        surroundings.pass(Duration.ofSeconds(4));
        attackFrom("192.0.2.1");
        surroundings.list.show(listed, Optional.of(listed.plusSeconds(1)));
        surroundings.pass(Duration.ofSeconds(4));
        attackFrom("198.51.100.1", "203.0.113.5");
        news.await("banned 203.0.113.5");

        assertThat(news.everHeard("noticed NOT_ENFORCED")).isFalse();
        assertThat(jail.status().reason()).isEmpty();
    }
}
