// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.SettingsCheck;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.OverridesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reload would change, as people read it. */
class ChangesTest {
    private static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);

    @TempDir
    private Path data;

    private Tree etc;
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private LiveSettings settings;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        etc = new Tree(folder).file("jail.local", "[sshd]", "enabled = true", "maxretry = 5", "logpath = /a.log");
        MovableClock clock = new MovableClock();
        settings = new LiveSettings(
                new EtcWatch(new EtcFolder(folder), clock),
                OverridesFile.open(data.resolve("overrides.conf"), clock),
                new Handover(new ConfigurationTargets(new FakeAreaConfigurations(), new FakeJailConfigurations())),
                new Inspection(neighbours));
        settings.start();
    }

    private List<String> dryRun() {
        return settings.reload(true, ALICE).changes();
    }

    @Test
    void anOverrideThatHidesAChangedValueIsNamed() throws IOException {
        settings.set("sshd", "maxretry", "3", ALICE);
        etc.file("jail.local", "[sshd]", "enabled = true", "maxretry = 4", "logpath = /a.log");

        assertThat(dryRun())
                .containsExactly("sshd: maxretry 5 -> 4 (jail.local:3), but 3 stays in force, the override by alice"
                        + " (socket) at 2026-11-23T02:00:00Z");
    }

    @Test
    void anOverrideOfWhatDidNotChangeIsNone() throws IOException {
        settings.set("sshd", "maxretry", "3", ALICE);
        etc.file("jail.local", "[sshd]", "enabled = true", "maxretry = 5", "logpath = /a.log", "findtime = 1h");

        assertThat(dryRun()).containsExactly("sshd: findtime not set -> 1h (jail.local:5)");
    }

    @Test
    void aDryRunSaysWhatTheReloadThenDoes() throws IOException {
        etc.file("jail.local", "[sshd]", "maxretry = 4").file("jail.d/web.conf", "[web]", "enabled = yes");

        List<String> foretold = dryRun();

        assertThat(foretold)
                .containsExactly(
                        "sshd: enabled true -> false (default)",
                        "sshd: logpath /a.log -> not set",
                        "sshd: maxretry 5 -> 4 (jail.local:2)",
                        "web: new, enabled (jail.d/web.conf:2)");
        assertThat(settings.reload(false, ALICE).changes()).isEqualTo(foretold);
        assertThat(dryRun()).isEmpty();
    }

    @Test
    void longAndHostileValuesAreCutAndCleaned() throws IOException {
        etc.file(
                "jail.local",
                "[sshd]",
                "enabled = true",
                "maxretry = 5",
                "logpath = /a.log",
                "  /b\u001b[31m.log",
                "ignoreip = " + "192.0.2.7 ".repeat(500));

        assertThat(dryRun()).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
        assertThat(dryRun().get(1)).isEqualTo("sshd: logpath /a.log -> /a.log, /b\\x1b[31m.log (jail.local:4)");
    }

    @Test
    void aJailWhoseFilesCannotBeResolvedStaysAsItWas() throws IOException {
        etc.file("jail.local", "[sshd]", "enabled = true", "maxretry = %(nothing)s", "logpath = /a.log");

        assertThat(dryRun())
                .contains("sshd: stays as it was until this is mended: " + etc.path()
                        + "/jail.local:3: 'maxretry' refers to %(nothing)s, but [sshd] has no 'nothing'; set it there or"
                        + " in [DEFAULT]");
    }

    @Test
    void aJailThatRefusesAValueStaysAsItWasAndTheOthersChange() throws IOException {
        neighbours.alsoAsk(refusing("maxretry", "many"));
        etc.file("jail.local", "[sshd]", "enabled = true", "maxretry = many", "logpath = /a.log")
                .file("jail.d/web.conf", "[web]", "enabled = yes", "maxretry = many");

        assertThat(dryRun())
                .containsExactly(
                        "sshd: maxretry 5 -> many (jail.local:3)",
                        "sshd: stays as it was until this is mended: maxretry: not a number",
                        "web: new, enabled (jail.d/web.conf:2)",
                        "web: does not work until this is mended: maxretry: not a number");
    }

    @Test
    void ofSeveralOverridesTheOneThatIsTakenBackGoesAlone() {
        settings.set("sshd", "maxretry", "3", ALICE);
        settings.set("sshd", "findtime", "1h", ALICE);
        settings.set("sshd", "paused", "yes", ALICE);

        settings.unset("sshd", "maxretry", ALICE);

        assertThat(settings.effective("sshd"))
                .extracting(setting -> setting.key() + " " + setting.value())
                .contains("maxretry 5", "findtime 1h", "paused true");
        assertThat(settings.effective("sshd").stream()
                        .filter(setting -> setting.origin().startsWith("override by alice (socket) at ")))
                .hasSize(2);
    }

    @Test
    void anOverrideOfAJailThatIsGoneCanBeTakenBack() throws IOException {
        settings.set("sshd", "maxretry", "3", ALICE);
        etc.file("jail.local", "[web]");
        settings.reload(false, ALICE);

        settings.unset("sshd", "maxretry", ALICE);

        assertThat(settings.problems()).extracting(Problem::message).noneMatch(text -> text.contains("override"));
        assertThatThrownBy(() -> settings.unset("sshd", "maxretry", ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no jail 'sshd'");
    }

    private static SettingsCheck refusing(String key, String value) {
        return new SettingsCheck() {
            @Override
            public Set<String> keys() {
                return Set.of(key);
            }

            @Override
            public List<Problem> check(JailConfiguration jail) {
                return jail.value(key).filter(value::equals).isPresent()
                        ? List.of(new Problem(Problem.Severity.ERROR, "", 0, jail.name(), key + ": not a number"))
                        : List.of();
            }
        };
    }
}
