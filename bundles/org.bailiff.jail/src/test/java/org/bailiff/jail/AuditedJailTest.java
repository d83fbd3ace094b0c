// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody orders a jail to do leaves a trail: what it was before, what it is after, or why not. */
class AuditedJailTest {
    private static final Network ATTACKER = Network.parse("192.0.2.7");
    private static final Caller ALICE = new Caller("alice", "jmx-remote", Role.OPERATOR, "127.0.0.1:40112");

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final News news = new News();
    private final List<String> trail = new CopyOnWriteArrayList<>();
    private final JailService jail = new JailService("sshd", surroundings, new FakeStore());

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings
                .announcements()
                .use((caller, what, subject, before, after, outcome) ->
                        trail.add(String.join("|", caller.from(), what, subject, before, after, outcome)));
        surroundings.define("sshd", "FAIL");
    }

    @AfterEach
    void end() {
        jail.close(false);
        surroundings.close();
    }

    private void start(String... keysAndValues) {
        configure(keysAndValues);
        news.await("ACTIVE");
    }

    private void configure(String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "logpath", "/var/log/auth.log", "action", "fake", "bantime", "1h")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.conf:7")));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(
                    keysAndValues[index], new Setting(keysAndValues[index], keysAndValues[index + 1], "jail.conf:9"));
        }
        jail.configure(new JailConfiguration("sshd", settings));
    }

    private static BanRequest request(Network target, Optional<BanTime> time) {
        return new BanRequest(target, time, "scans us", false);
    }

    @Test
    void aBanAnotherEndAndAnUnbanTellWhatWasAndWhatIs() {
        start();

        jail.ban(request(ATTACKER, Optional.empty()), ALICE);
        jail.ban(request(ATTACKER, Optional.of(BanTime.of(Duration.ofHours(2)))), ALICE);
        jail.unban(ATTACKER, ALICE);

        assertThat(trail)
                .containsExactly(
                        "127.0.0.1:40112|ban|sshd 192.0.2.7||until 2026-11-22T13:00:00Z, 'scans us'|done",
                        "127.0.0.1:40112|ban|sshd 192.0.2.7|until 2026-11-22T13:00:00Z|until 2026-11-22T14:00:00Z,"
                                + " 'scans us'|done",
                        "127.0.0.1:40112|unban|sshd 192.0.2.7|until 2026-11-22T14:00:00Z||done");
    }

    @Test
    void whatChangesNothingLeavesNone() {
        start();
        jail.ban(request(ATTACKER, Optional.empty()), ALICE);
        trail.clear();

        jail.ban(request(ATTACKER, Optional.empty()), ALICE);
        jail.unban(Network.parse("192.0.2.8"), ALICE);

        assertThat(trail).isEmpty();
    }

    @Test
    void aBanThatIsNotInForceYetSaysSo() {
        start();
        surroundings.offerAction(false);
        news.await("WAITING");

        jail.ban(request(ATTACKER, Optional.empty()), ALICE);

        assertThat(trail)
                .singleElement()
                .asString()
                .contains("|[sshd] 192.0.2.7 is banned")
                .contains("not in force yet");
    }

    @Test
    void aRefusedOrderTellsWhy() {
        start("ignoreip", "192.0.2.0/24");

        assertThatThrownBy(() -> jail.ban(request(ATTACKER, Optional.empty()), ALICE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jail.resync("nothing", false, ALICE)).isInstanceOf(IllegalArgumentException.class);

        assertThat(trail)
                .containsExactly(
                        "127.0.0.1:40112|ban|sshd 192.0.2.7|||192.0.2.7 is never banned by jail sshd (ignoreip of"
                                + " jail.conf:9: 192.0.2.0/24)",
                        "127.0.0.1:40112|resync|sshd nothing|||the jail has no action 'nothing'; it has [fake]");
    }

    @Test
    void aDisabledJailsRefusalsTellWhy() {
        configure("enabled", "no");

        assertThatThrownBy(() -> jail.ban(request(ATTACKER, Optional.empty()), ALICE))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> jail.unban(ATTACKER, ALICE)).isInstanceOf(IllegalStateException.class);

        assertThat(trail)
                .containsExactly(
                        "127.0.0.1:40112|ban|sshd 192.0.2.7|||jail sshd is disabled; enable it first",
                        "127.0.0.1:40112|unban|sshd 192.0.2.7|||jail sshd is disabled; enable it first");
    }

    @Test
    void aReleaseTellsOfHowManyBans() {
        start();
        jail.ban(request(ATTACKER, Optional.empty()), ALICE);
        trail.clear();

        jail.release(ALICE);

        assertThat(trail).containsExactly("127.0.0.1:40112|release|sshd||1 ban|done");
    }
}
