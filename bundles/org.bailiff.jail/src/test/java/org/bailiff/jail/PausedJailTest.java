// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.JailState;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jail that somebody stopped from reading: its bans hold, and afterwards nothing is missing. */
class PausedJailTest {
    private static final String LOG = "/var/log/auth.log";
    private static final Network ATTACKER = Network.parse("192.0.2.7");
    private static final Network OTHER = Network.parse("192.0.2.8");
    private static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);

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

    private void configure(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "logpath", LOG, "action", "fake", "maxretry", "2", "bantime", "1h")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "/etc/bailiff/jail.conf:7")));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(
                    keysAndValues[index],
                    new Setting(
                            keysAndValues[index],
                            keysAndValues[index + 1],
                            "override by alice (socket) at 2026-11-22T12:00:00Z"));
        }
        jail.configure(new JailConfiguration("sshd", settings));
    }

    private void restart(String... keysAndValues) {
        jail.close(false);
        jail = new JailService("sshd", surroundings, store);
        configure(keysAndValues);
    }

    private void attack(Network address, int failures) throws Exception {
        for (int failure = 0; failure < failures; failure++) {
            surroundings.files.write(LOG, "FAIL " + address);
        }
        surroundings.awaitReadings();
        surroundings.files.pump();
    }

    private void startAndPause() throws Exception {
        configure();
        news.await("ACTIVE");
        attack(ATTACKER, 2);
        news.await("banned 192.0.2.7");
        configure("paused", "yes");
        news.await("PAUSED");
    }

    @Test
    void aPausedJailReadsNothingAndSaysWhoWantsItSo() throws Exception {
        startAndPause();

        attack(OTHER, 2);

        assertThat(surroundings.files.openSources()).isZero();
        assertThat(jail.status().state()).isEqualTo(JailState.PAUSED);
        assertThat(jail.status().reason())
                .isEqualTo(
                        "paused by alice (socket) at 2026-11-22T12:00:00Z, lines wait; 'bailiff resume sshd' goes on");
        assertThat(jail.bans()).hasSize(1);
    }

    @Test
    void itsBansHoldEndInTimeAndAreMadeByHand() throws Exception {
        startAndPause();
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);

        assertThat(jail.ban(new BanRequest(OTHER, Optional.empty(), "", false), ALICE)
                        .inForce())
                .isTrue();
        surroundings.pass(Duration.ofHours(1));

        news.await("unbanned 192.0.2.7 EXPIRED");
        news.await("unbanned 192.0.2.8 EXPIRED");
    }

    @Test
    void afterwardsItReadsOnAndNothingIsLostOrCountedTwice() throws Exception {
        configure();
        news.await("ACTIVE");
        attack(OTHER, 1);
        news.await("found 192.0.2.8");
        configure("paused", "yes");
        news.await("PAUSED");
        surroundings.files.write(LOG, "FAIL " + ATTACKER, "FAIL " + OTHER, "FAIL " + ATTACKER);
        surroundings.pass(Duration.ofMinutes(5));

        configure("paused", "no");
        news.await("ACTIVE");
        surroundings.files.pump();

        news.await("banned 192.0.2.8");
        news.await("banned 192.0.2.7");
        assertThat(jail.status().totalFailed()).isEqualTo(4);
    }

    @Test
    void aPauseOutlivesARestart() throws Exception {
        startAndPause();
        attack(OTHER, 2);

        restart("paused", "yes");
        news.await("PAUSED");

        assertThat(surroundings.files.openSources()).isZero();
        assertThat(surroundings.list.out()).containsExactly(ATTACKER);
        configure();
        news.await("ACTIVE");
        surroundings.files.pump();
        news.await("banned 192.0.2.8");
        assertThat(jail.status().totalFailed()).isEqualTo(4);
    }

    @Test
    void failuresOfALogThatAppearedMeanwhileCount() throws Exception {
        configure();
        news.await("ACTIVE");
        configure("paused", "yes");
        news.await("PAUSED");
        surroundings.pass(Duration.ofHours(3));

        configure("logpath", LOG + ".new", "bantime", "1d");
        news.await("ACTIVE");
        surroundings.files.write(
                LOG + ".new", "FAIL " + OTHER + " 2026-11-22T13:00:00Z", "FAIL " + OTHER + " 2026-11-22T13:00:01Z");
        surroundings.files.pump();

        news.await("banned 192.0.2.8");
    }

    @Test
    void whatKeepsBansFromBeingEnforcedOutweighsThePause() throws Exception {
        startAndPause();

        surroundings.offerAction(false);

        news.await("WAITING");
        assertThat(jail.status().reason())
                .contains("no bundle offers the action 'fake'")
                .contains("; it is paused by alice (socket)");
    }

    @Test
    void aFilterThatIsMissingDoesNotMatterWhilePaused() throws Exception {
        startAndPause();

        surroundings.undefine("sshd");
        configure("paused", "yes", "maxretry", "3");

        assertThat(jail.bans()).hasSize(1);
        assertThat(jail.status().state()).isEqualTo(JailState.PAUSED);
    }

    @Test
    void aPausedJailMayOnlySimulateAndBeDisabled() throws Exception {
        configure("paused", "yes", "simulate", "yes");
        news.await("PAUSED");
        assertThat(jail.status().reason()).endsWith("; it only simulates");

        configure("paused", "yes", "enabled", "no");

        assertThat(jail.status().state()).isEqualTo(JailState.DISABLED);
        assertThat(jail.status().reason()).isEqualTo("it is paused, too, and will not read when it is enabled");
    }

    @Test
    void aFilesPauseIsNamedByItsPlace() {
        assertThat(Pause.of("/etc/bailiff/jail.local:7").by()).isEqualTo("/etc/bailiff/jail.local:7");
        assertThat(Pause.of("override by alice at never").since()).isEmpty();
    }

    @Test
    void ofSyslogThereIsNoWayBack() {
        JailSettings.Input syslog = new JailSettings.Input("syslog", List.of(), Optional.empty(), false);

        assertThat(Pause.of("jail.local:7").sentence("sshd", syslog))
                .isEqualTo("paused by jail.local:7, what is sent to it meanwhile is lost, unless the sender keeps it;"
                        + " 'bailiff resume sshd' goes on");
    }
}
