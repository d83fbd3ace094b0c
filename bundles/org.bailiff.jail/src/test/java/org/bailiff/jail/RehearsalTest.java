// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.bailiff.jail.fakes.FakeStore;
import org.bailiff.jail.fakes.News;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final String LOG = "/tmp/rehearsal.log";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final Stage stage = new Stage(surroundings);

    @AfterEach
    void end() {
        surroundings.close();
    }

    @Test
    void whoIsBannedOnAStageIsKeptOutNowhereAndNobodyHearsOfIt() throws Exception {
        News news = new News();
        surroundings.announcements().add(news);
        surroundings.define("sshd", "FAIL");
        JailService jail = new JailService("rehearsal", stage, new FakeStore());
        jail.configure(configuration());
        // Its thread answers when it has begun.
        jail.explain(Address.parse("192.0.2.7"));
        surroundings.awaitReadings();

        surroundings.files.write(LOG, "FAIL 192.0.2.7");
        surroundings.files.pump();

        assertThat(stage.awaitBan(PATIENCE)).isTrue();
        assertThat(surroundings.list.out()).isEmpty();
        jail.close(true);
        assertThat(news.everHeard("banned 192.0.2.7")).isFalse();
        assertThat(surroundings.offenders().elsewhere("sshd", Network.parse("192.0.2.7")))
                .isZero();
    }

    @Test
    void aRehearsalOfWhatIsNotBannedGivesUpAndLeavesNothing(@TempDir Path folder) throws Exception {
        new Rehearsal(surroundings, new FakeStore(), folder, 1000, Duration.ofMillis(1)).run();

        surroundings.awaitReadings();
        assertThat(surroundings.files.openSources()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatOneThatWasKilledHasLeftGoes(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("rehearsal-0.log"), "lines");
        Files.writeString(folder.resolve("rehearsal-5.log"), "lines");

        Rehearsal.clear(folder);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRehearsalThatHasNoRoomIsLeftOut(@TempDir Path folder) {
        new Rehearsal(surroundings, new FakeStore(), folder.resolve("missing"), 1000, Duration.ofMillis(1)).run();

        assertThat(surroundings.files.openSources()).isZero();
    }

    private static JailConfiguration configuration() {
        Map<String, Setting> settings = new HashMap<>();
        Map.of("enabled", "yes", "filter", "sshd", "logpath", LOG, "action", "fake", "maxretry", "1")
                .forEach((key, value) -> settings.put(key, new Setting(key, value, "rehearsal")));
        return new JailConfiguration("rehearsal", settings);
    }
}
