// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bailiff.api.action.Proof;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.JailState;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jail that decides and shows; a clock that is set under a jail; bans that are held up. */
class SimulatingJailTest {
    private static final String LOG = "/var/log/auth.log";
    private static final Network ATTACKER = Network.parse("192.0.2.7");

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final News news = new News();
    private final JailService jail = new JailService("sshd", surroundings, new FakeStore());

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

    private void configure(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "logpath", LOG, "action", "fake", "maxretry", "2", "bantime", "1h")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.conf:7")));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(
                    keysAndValues[index], new Setting(keysAndValues[index], keysAndValues[index + 1], "jail.conf:9"));
        }
        jail.configure(new JailConfiguration("sshd", settings));
    }

    private void attack(String address) {
        surroundings.files.write(LOG, "FAIL " + address);
        surroundings.files.write(LOG, "FAIL " + address);
        surroundings.files.pump();
    }

    @Test
    void aSimulatingJailDecidesAndKeepsNobodyOutUntilItIsToEnforce() {
        configure("simulate", "yes");
        news.await("SIMULATING");
        attack("192.0.2.7");

        news.await("found 192.0.2.7");
        news.await("found 192.0.2.7");
        assertThat(jail.bans()).hasSize(1);
        assertThat(surroundings.list.out()).isEmpty();
        assertThat(news.everHeard("banned 192.0.2.7"))
                .as("who reads bans must not hear of it")
                .isFalse();
        assertThat(jail.status().state()).isEqualTo(JailState.SIMULATING);
        assertThat(jail.status().reason()).isEmpty();
        assertThat(jail.prove(ATTACKER))
                .extracting(Proof::sentence)
                .containsExactly("the jail only simulates, so nobody is kept out");

        configure("simulate", "no");
        news.await("ACTIVE");
        assertThat(jail.bans())
                .as("what was found out by trying locks nobody out")
                .isEmpty();
        assertThat(surroundings.list.out()).isEmpty();

        attack("192.0.2.7");
        news.await("banned 192.0.2.7");
        assertThat(jail.bans().get(0).count()).isEqualTo(1);
        configure("simulate", "yes");
        news.await("SIMULATING");
        assertThat(surroundings.list.out()).isEmpty();
        configure("simulate", "no");
        news.await("ACTIVE");
        assertThat(surroundings.list.out()).as("what was decided in earnest").containsExactly(ATTACKER);
    }

    @Test
    void aClockThatIsSetAheadEndsNoBanBeforeItsTime() {
        surroundings.setClock(Duration.ZERO);
        configure();
        news.await("ACTIVE");
        attack("192.0.2.7");
        news.await("banned 192.0.2.7");

        surroundings.setClock(Duration.ofDays(1));

        assertThat(jail.bans()).hasSize(1);
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
        surroundings.pass(Duration.ofHours(1));
        news.await("unbanned 192.0.2.7 EXPIRED");
    }

    @Test
    void bansBeyondTheLimitWaitAndAreMadeWhenItAllowsThem() {
        configure("banrate", "1/1m", "findtime", "1h");
        news.await("ACTIVE");
        attack("192.0.2.7");
        news.await("banned 192.0.2.7");
        attack("192.0.2.8");
        news.await("noticed BANS_HELD");
        assertThat(jail.bans()).hasSize(1);
        assertThat(jail.status().reason()).contains("bans wait").contains("'banrate'");

        surroundings.pass(Duration.ofSeconds(61));

        news.await("banned 192.0.2.8");
        assertThat(jail.bans()).hasSize(2);
        assertThat(jail.bans().get(1).since())
                .as("it lasts as long as any")
                .isEqualTo(surroundings.clock().instant());
    }
}
