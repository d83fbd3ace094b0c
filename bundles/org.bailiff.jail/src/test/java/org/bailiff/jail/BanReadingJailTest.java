// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jail that reads what other jails ban: a line {@code BAN ADDRESS TIME}. Two of them ban. */
class BanReadingJailTest {
    private static final String ABSENT = "/var/log/absent";
    private static final String FIRST = "BAN 192.0.2.7 2026-11-22T11:59:00Z";
    private static final String SECOND = "BAN 192.0.2.7 2026-11-22T11:59:30Z";

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeStore store = new FakeStore();
    private final News news = new News();
    private JailService jail = new JailService("again", surroundings, store);

    @BeforeEach
    void listen() {
        surroundings.announcements().add(news);
        surroundings.define("recidive", "BAN");
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
        Map<String, String> values = new HashMap<>(
                Map.of("enabled", "yes", "filter", "recidive[_jailname=again]", "action", "fake", "maxretry", "2"));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            values.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting(key, value, "/etc/bailiff/jail.conf:7")));
        jail.configure(new JailConfiguration("again", settings));
    }

    private void restart() {
        jail.close(false);
        jail = new JailService("again", surroundings, store);
        start();
    }

    private void tell(String... lines) {
        surroundings.bans.write("bans", lines);
        surroundings.bans.pump();
    }

    @Test
    void twoBansByOtherJailsBan() {
        start();

        tell(FIRST, SECOND);

        news.await("banned 192.0.2.7");
        assertThat(jail.status().sources()).extracting(SourceStatus::stream).containsExactly("bans");
    }

    @Test
    void aLogThatIsNotThereIsNoProblem() {
        start("logpath", ABSENT);

        assertThat(jail.status().state()).isEqualTo(JailState.ACTIVE);
        assertThat(jail.status().reason()).isEmpty();
        assertThat(jail.status().sources()).extracting(SourceStatus::stream).containsExactly("bans");
    }

    @Test
    void aLogThatIsThereIsReadToo() throws Exception {
        start("logpath", "/var/log/fail2ban.log");
        surroundings.awaitReadings();
        surroundings.files.write("/var/log/fail2ban.log", FIRST);
        surroundings.files.pump();

        tell(SECOND);

        news.await("banned 192.0.2.7");
        assertThat(jail.status().sources())
                .extracting(SourceStatus::stream)
                .containsExactlyInAnyOrder("/var/log/fail2ban.log", "bans");
    }

    @Test
    void theJournalIsReadTooIfThereIsAnExpressionAndNeverAllOfIt() throws Exception {
        start("backend", "systemd");
        assertThat(jail.status().sources()).extracting(SourceStatus::stream).containsExactly("bans");

        configure("backend", "systemd", "journalmatch", "_COMM=fail2ban-server");
        jail.bans();
        surroundings.awaitReadings();

        assertThat(jail.status().sources())
                .extracting(SourceStatus::stream)
                .containsExactlyInAnyOrder("_COMM=fail2ban-server", "bans");
    }

    @Test
    void aBanThatIsToldAgainAfterACrashCountsOnce() {
        start();
        tell(FIRST);
        news.await("found 192.0.2.7");
        restart();

        tell(FIRST, "BAN 198.51.100.7 2026-11-22T11:59:00Z");
        news.await("found 198.51.100.7");

        assertThat(jail.status().currentlyBanned()).isZero();
        tell(SECOND);
        news.await("banned 192.0.2.7");
    }

    @Test
    void whatWasCountedBeforeARestartCounts() {
        start();
        tell(FIRST);
        news.await("found 192.0.2.7");
        restart();

        tell(SECOND);

        news.await("banned 192.0.2.7");
    }

    @Test
    void theSameLineTwiceInALogCountsTwice() {
        start("logpath", "/var/log/fail2ban.log");
        surroundings.files.write("/var/log/fail2ban.log", FIRST, FIRST);

        surroundings.files.pump();

        news.await("banned 192.0.2.7");
    }

    @Test
    void aBanByAnotherJailDoesNotMeanThatThisOneKeepsNobodyOut() {
        start();
        tell(FIRST, SECOND);
        news.await("banned 192.0.2.7");
        Instant listed = surroundings.clock().instant();
        surroundings.list.show(listed, Optional.empty());
        surroundings.pass(Duration.ofSeconds(6));

        tell("BAN 192.0.2.7 2026-11-22T12:00:06Z", "BAN 198.51.100.7 2026-11-22T12:00:06Z");
        news.await("found 198.51.100.7");

        assertThat(news.everHeard("noticed NOT_ENFORCED")).isFalse();
    }

    @Test
    void itWaitsForTheBundleThatTellsOfBans() {
        surroundings.offerBans(false);
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "filter", "recidive", "action", "fake")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.conf:7")));
        jail.configure(new JailConfiguration("again", settings));
        news.await("WAITING");
        assertThat(jail.status().reason())
                .isEqualTo("no bundle offers to follow the bans; start org.bailiff.source.bans");

        surroundings.offerBans(true);

        news.await("ACTIVE");
    }

    @Test
    void nothingButAJailOfThisFilterReadsBans() {
        surroundings.define("sshd", "FAIL");
        start("filter", "sshd", "logpath", "/var/log/auth.log");

        assertThat(jail.status().sources()).extracting(SourceStatus::kind).containsExactly("file");
    }
}
