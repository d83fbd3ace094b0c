// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A jail that reads the journal, and one that might. */
class JournalJailTest {
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

    private static JailConfiguration configuration(String... keysAndValues) {
        Map<String, String> values = new HashMap<>(Map.of(
                "enabled",
                "yes",
                "backend",
                "systemd",
                "action",
                "fake",
                "maxretry",
                "2",
                "filter",
                "sshd[match=_COMM=a]"));
        for (int index = 0; index < keysAndValues.length; index += 2) {
            values.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        Map<String, Setting> settings = new HashMap<>();
        values.forEach((key, value) -> settings.put(key, new Setting(key, value, "/etc/bailiff/jail.conf:7")));
        return new JailConfiguration("sshd", settings);
    }

    private SourceStatus source() {
        return jail.status().sources().get(0);
    }

    @Test
    void theFilterSaysWhichEntriesConcernItAndTheirFailuresBan() {
        jail.configure(configuration("logpath", "/var/log/auth.log"));
        news.await("ACTIVE");
        surroundings.journal.write("_COMM=a", "FAIL 192.0.2.7", "FAIL 192.0.2.7");
        surroundings.journal.pump();

        news.await("banned 192.0.2.7");
        assertThat(source().stream()).isEqualTo("_COMM=a");
        assertThat(source().kind()).isEqualTo("journal");
        assertThat(surroundings.files.openSources()).isZero();
    }

    @Test
    void aJailThatReceivesSyslogListensAtItsAddress() {
        jail.configure(configuration("backend", "syslog", "logpath", "udp://127.0.0.1:5514"));
        news.await("ACTIVE");

        assertThat(source().stream()).isEqualTo("udp://127.0.0.1:5514");
        assertThat(surroundings.files.openSources()).isZero();
    }

    @Test
    void aJailOfAKindThatNothingOffersWaitsForIt() {
        jail.configure(configuration("backend", "spool", "logpath", "/var/spool/x"));
        news.await("WAITING");

        assertThat(jail.status().reason())
                .startsWith("no bundle offers the kind of source 'spool', and the jail waits");
        assertThat(surroundings.files.openSources()).isZero();
    }

    @Test
    void theJailsOwnExpressionComesBeforeTheFilters() {
        jail.configure(configuration("journalmatch", "_COMM=b"));
        news.await("ACTIVE");

        assertThat(source().stream()).isEqualTo("_COMM=b");
    }

    @Test
    void withoutAnyExpressionAllOfTheJournalIsRead() {
        jail.configure(configuration("filter", "sshd"));
        news.await("ACTIVE");

        assertThat(source().stream()).isEmpty();
    }

    @Test
    void ofWhatWasBeforeTheJailOnlyWhatIsWithinFindTimeIsRead() {
        jail.configure(configuration("findtime", "1h"));
        news.await("ACTIVE");

        assertThat(surroundings.journal.starts())
                .containsExactly(Start.since(surroundings.clock().instant().minus(Duration.ofHours(1))));
    }

    @Test
    void anotherBackendMeansAnotherSource() throws Exception {
        jail.configure(configuration());
        news.await("ACTIVE");
        surroundings.files.write("/var/log/auth.log", "FAIL 192.0.2.8", "FAIL 192.0.2.8");

        jail.configure(configuration("backend", "auto", "logpath", "/var/log/auth.log"));
        jail.bans();
        surroundings.awaitReadings();
        surroundings.files.pump();

        news.await("banned 192.0.2.8");
        assertThat(surroundings.journal.openSources()).isZero();
    }

    @Test
    void whatWasCountedIsNotCountedAgainUnderAnotherExpression() throws Exception {
        jail.configure(configuration());
        news.await("ACTIVE");
        surroundings.journal.write("_COMM=a", "FAIL 192.0.2.7");
        surroundings.journal.pump();
        news.await("found 192.0.2.7");
        jail.bans();

        jail.configure(configuration("filter", "sshd[match=_COMM=b]"));
        jail.bans();
        surroundings.awaitReadings();

        assertThat(source().stream()).isEqualTo("_COMM=b");
        assertThat(surroundings.journal.starts().get(1))
                .isEqualTo(Start.since(surroundings.clock().instant()));
    }

    @Test
    void aJailWaitsForTheBundleThatFollowsTheJournal() {
        surroundings.offerJournal(false);
        jail.configure(configuration());
        news.await("WAITING");
        assertThat(jail.status().reason())
                .isEqualTo("no bundle offers to follow the journal; start org.bailiff.source.journal");

        surroundings.offerJournal(true);

        news.await("ACTIVE");
    }

    @Test
    void aJailWhoseFileIsNotThereIsToldOfTheJournalIfItsFilterIs() {
        jail.configure(configuration("backend", "auto", "logpath", "/var/log/absent"));
        news.await("WAITING");
        assertThat(jail.status().state()).isEqualTo(JailState.WAITING);
        assertThat(jail.status().reason())
                .isEqualTo("it is not there; where the service logs to the journal alone, write backend = systemd");

        jail.configure(configuration("backend", "auto", "logpath", "/var/log/absent", "filter", "sshd"));
        jail.bans();

        assertThat(source().reason()).isEqualTo("it is not there");
    }

    @Test
    void theFilterIsToldHowItsLogsAreWrittenUnlessTheJailSaysIt() {
        assertThat(logType("backend", "systemd")).isEqualTo("journal");
        assertThat(logType("backend", "auto", "logpath", "/x")).isEqualTo("file");
        assertThat(logType("filter", "sshd[logtype=rfc5424]")).isEqualTo("rfc5424");
    }

    private String logType(String... keysAndValues) {
        JailSettings settings = new SettingsReader(configuration(keysAndValues), surroundings).read();
        return settings.filterOptions().parameters().get("logtype");
    }
}
