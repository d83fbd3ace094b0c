// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.control.fake.FakeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code reload}, {@code set}, {@code unset}, {@code enable}, {@code disable} and {@code config}. */
class SettingsVerbsTest {
    private final FakeJails jails = new FakeJails(new FakeJail("sshd"));
    private final FakeSettings files = new FakeSettings();
    private final CurrentSettings settings = new CurrentSettings();
    private final List<JailConfiguration> written = new ArrayList<>();
    private final CommandLine commandLine = new CommandLine(
            new ReloadVerb(settings),
            new SetVerb(jails, settings),
            new UnsetVerb(jails, settings),
            new EnableVerb(jails, settings),
            new DisableVerb(jails, settings),
            new PauseVerb(jails, settings),
            new ResumeVerb(jails, settings),
            new ConfigVerb(jails, settings, () -> written));

    @BeforeEach
    void configure() {
        settings.bind(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reload", "set", "unset", "enable", "disable"})
    void whatChangesSettingsIsForAdministrators(String verb) {
        assertThat(commandLine.type(OPERATOR, verb, "sshd", "maxretry", "3")).isEqualTo(4);
        assertThat(files.changes).isEmpty();
    }

    @Test
    void aReloadSaysWhatChanged() {
        files.report = new ReloadReport(true, List.of("sshd: maxretry 5 -> 3"), List.of());

        assertThat(commandLine.type(ADMINISTRATOR, "reload")).isZero();
        assertThat(commandLine.out)
                .containsExactly("sshd: maxretry 5 -> 3", "Reloaded. The changes above are in force.");
        assertThat(files.changes).containsExactly("reload false root");
    }

    @Test
    void anErrorEndsWithOneAndAWarningDoesNot() {
        Problem warning = new Problem(Problem.Severity.WARNING, "etc/jail.local", 3, "sshd", "no key 'x'.");
        Problem error = new Problem(Problem.Severity.ERROR, "etc/jail.local", 4, "sshd", "no time 'y'.");

        files.report = new ReloadReport(true, List.of(), List.of(warning));
        assertThat(commandLine.type(ADMINISTRATOR, "reload")).isZero();
        files.report = new ReloadReport(true, List.of(), List.of(warning, error));
        assertThat(commandLine.type(ADMINISTRATOR, "reload")).isEqualTo(1);
        assertThat(commandLine.err)
                .containsExactly("etc/jail.local:3: warning: no key 'x'.", "etc/jail.local:4: error: no time 'y'.");
    }

    @Test
    void aDryRunChangesNothingAndSaysSo() {
        files.report = new ReloadReport(false, List.of("sshd: new"), List.of());

        assertThat(commandLine.type(ADMINISTRATOR, "reload", "--dry-run")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "sshd: new", "The changes above are not made. This was a dry run: what was in force still is.");
        assertThat(files.changes).containsExactly("reload true root");
    }

    @Test
    void aRefusedReloadEndsWithOne() {
        files.report = new ReloadReport(false, List.of(), List.of());

        assertThat(commandLine.type(ADMINISTRATOR, "reload")).isEqualTo(1);
        assertThat(commandLine.type(ADMINISTRATOR, "reload", "--json")).isEqualTo(1);
        assertThat(commandLine.json().get("applied").getAsBoolean()).isFalse();
    }

    @Test
    void anOverrideIsSetAndTakenBack() {
        assertThat(commandLine.type(ADMINISTRATOR, "set", "sshd", "bantime", "1d", "12h"))
                .isZero();
        assertThat(commandLine.out)
                .containsExactly("sshd: bantime = 1d 12h from now on; 'bailiff unset sshd bantime' goes back to the"
                        + " files' value.");
        assertThat(commandLine.type(ADMINISTRATOR, "set", "sshd", "bantime", "-1"))
                .isZero();
        assertThat(commandLine.type(ADMINISTRATOR, "unset", "sshd", "bantime")).isZero();
        assertThat(files.changes)
                .containsExactly("set sshd bantime 1d 12h root", "set sshd bantime -1 root", "unset sshd bantime root");
    }

    @Test
    void aJailIsEnabledAndDisabled() {
        assertThat(commandLine.type(ADMINISTRATOR, "disable", "sshd")).isZero();
        assertThat(commandLine.type(ADMINISTRATOR, "enable", "sshd")).isZero();
        assertThat(files.changes).containsExactly("set sshd enabled false root", "set sshd enabled true root");
    }

    @Test
    void aRefusalOfTheConfigurationIsItsSentence() {
        assertThat(commandLine.type(ADMINISTRATOR, "set", "sshd", "failregex", "x"))
                .isEqualTo(1);
        assertThat(commandLine.err).containsExactly("failregex cannot be set so; change it in jail.local.");
    }

    @Test
    void valuesAreShownWithTheirOrigin() {
        files.effective.add(new Setting("ignoreip", "127.0.0.1/8\n::1", "etc/jail.conf:12"));
        files.effective.add(new Setting("maxretry", "5", "default"));

        assertThat(commandLine.type(OPERATOR, "config", "sshd")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "[sshd]",
                        "# etc/jail.conf:12",
                        "ignoreip = 127.0.0.1/8",
                        "    ::1",
                        "# default",
                        "maxretry = 5",
                        "");
    }

    @Test
    void onlyAdministratorsSeeWhatProgramsAreGiven() {
        files.effective.add(new Setting("action", "command[ban=\"/bin/true --token S3CR3T\"]", "etc/jail.local:3"));

        commandLine.type(OPERATOR, "config", "sshd");
        assertThat(commandLine.out).contains("action = command[***]");
        commandLine.type(OPERATOR, "config", "sshd", "--json");
        assertThat(commandLine.out).noneMatch(line -> line.contains("S3CR3T"));

        commandLine.type(ADMINISTRATOR, "config", "sshd");
        assertThat(commandLine.out).anyMatch(line -> line.contains("S3CR3T"));
    }

    @Test
    void valuesAreShownAsJson() {
        files.effective.add(new Setting("maxretry", "5", "default"));

        assertThat(commandLine.type(OPERATOR, "config", "--json")).isZero();
        assertThat(commandLine.json().get("revision").getAsLong()).isEqualTo(7);
        assertThat(commandLine
                        .json()
                        .getAsJsonArray("jails")
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonArray("settings")
                        .get(0)
                        .getAsJsonObject()
                        .get("origin")
                        .getAsString())
                .isEqualTo("default");
    }

    @Test
    void withoutAConfigurationBundleThereIsASentence() {
        settings.unbind(files);

        assertThat(commandLine.type(ADMINISTRATOR, "reload")).isEqualTo(1);
        assertThat(commandLine.err).singleElement().asString().contains("org.bailiff.config is not running");
    }

    @Test
    void aReplacedConfigurationIsNotForgottenWithTheOld() {
        FakeSettings next = new FakeSettings();
        settings.bind(next);
        settings.unbind(files);

        commandLine.type(ADMINISTRATOR, "reload");

        assertThat(next.changes).hasSize(1);
    }

    @Test
    void aDryRunWithoutADifferenceSaysSo() {
        files.report = new ReloadReport(false, List.of(), List.of());

        assertThat(commandLine.type(ADMINISTRATOR, "reload", "--dry-run")).isZero();
        assertThat(commandLine.out).singleElement().asString().startsWith("Nothing would change. ");
    }

    @Test
    void setWithoutAValueShowsWhatCanBeSet() {
        assertThat(commandLine.type(ADMINISTRATOR, "set")).isEqualTo(2);
        assertThat(commandLine.err)
                .contains("usage: bailiff set JAIL KEY VALUE")
                .anyMatch(line -> line.startsWith("  bailiff set sshd bantime 1d "));
    }

    @Test
    void anOperatorPausesAJailAndLetsItGoOn() {
        assertThat(commandLine.type(OPERATOR, "pause", "sshd")).isZero();
        assertThat(commandLine.out).singleElement().asString().startsWith("sshd is paused: it reads nothing");
        assertThat(commandLine.type(OPERATOR, "resume", "sshd")).isZero();
        assertThat(files.changes).containsExactly("set sshd paused true alice", "unset sshd paused alice");
    }

    @Test
    void whereNothingIsToBeTakenBackThatIsSaid() {
        files.effective.add(new Setting("maxretry", "5", "etc/jail.conf:5"));
        files.effective.add(new Setting("bantime", "1d", "override by root at 2026-11-23T02:00:01Z"));

        assertThat(commandLine.type(ADMINISTRATOR, "unset", "sshd", "maxretry")).isZero();
        assertThat(commandLine.out).containsExactly("Nothing to do: sshd has no override of maxretry.");
        commandLine.type(ADMINISTRATOR, "unset", "sshd", "BanTime");
        assertThat(commandLine.out).containsExactly("sshd: BanTime is as the files say.");
        assertThat(commandLine.type(OPERATOR, "resume", "sshd")).isZero();
        assertThat(commandLine.out).containsExactly("Nothing to do: sshd is not paused.");
        files.effective.add(new Setting("paused", "true", "override by root at 2026-11-23T02:00:01Z"));
        commandLine.type(OPERATOR, "resume", "sshd");
        assertThat(commandLine.out).containsExactly("sshd reads on from where it stopped.");
    }

    @Test
    void aPauseIsABooleanInJson() {
        commandLine.type(OPERATOR, "pause", "sshd", "--json");
        assertThat(commandLine.json().get("paused").toString()).isEqualTo("true");
        commandLine.type(ADMINISTRATOR, "disable", "sshd", "--json");
        assertThat(commandLine.json().get("enabled").toString()).isEqualTo("false");
    }

    @Test
    void aJailThatTheFilesPauseGoesOnByAnOverride() {
        files.effective.add(new Setting("paused", "yes", "etc/jail.local:7"));

        assertThat(commandLine.type(OPERATOR, "resume", "sshd")).isZero();
        assertThat(files.changes).containsExactly("unset sshd paused alice", "set sshd paused false alice");
    }

    @Test
    void anOverrideShowsWhatTheFilesSayBeneath() {
        files.effective.add(new Setting("maxretry", "3", "override by root at 2026-11-23T02:00:00Z"));
        files.effective.add(new Setting("bantime", "1d", "override by root at 2026-11-23T02:00:01Z"));
        files.effective.add(new Setting("findtime", "10m", "etc/jail.conf:4"));
        written.add(new JailConfiguration("sshd", Map.of("maxretry", new Setting("maxretry", "5", "etc/jail.conf:5"))));

        assertThat(commandLine.type(OPERATOR, "config", "sshd")).isZero();
        assertThat(commandLine.out)
                .startsWith(
                        "[sshd]",
                        "# override by root at 2026-11-23T02:00:00Z",
                        "# in the files: 5 (etc/jail.conf:5)",
                        "maxretry = 3",
                        "# override by root at 2026-11-23T02:00:01Z",
                        "# in the files: nothing (the default counts)",
                        "bantime = 1d",
                        "# etc/jail.conf:4",
                        "findtime = 10m");
    }
}
