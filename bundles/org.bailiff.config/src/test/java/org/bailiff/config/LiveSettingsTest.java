// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.OverridesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
    private static final Caller ALICE = new Caller("alice", "socket", Role.ADMINISTRATOR);

    @TempDir
    private Path data;

    private Tree etc;
    private final FakeJailConfigurations target = new FakeJailConfigurations();
    private final FakeAreaConfigurations areas = new FakeAreaConfigurations();
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private final MovableClock clock = new MovableClock();
    private LiveSettings settings;

    @BeforeEach
    void writeAndStart(@TempDir Path folder) throws IOException {
        etc = new Tree(folder)
                .file("jail.conf", "[DEFAULT]", "bantime = 10m", "maxretry = 5", "filter = %(__name__)s", "[sshd]")
                .file("jail.d/a.conf", "[sshd]", "enabled = true", "maxretry = 4")
                .file("jail.local", "[web]", "enabled = true", "logpath = /web.log");
        settings = settings();
        assertThat(settings.start()).isEmpty();
    }

    private LiveSettings settings() {
        OverridesFile overrides = OverridesFile.open(data.resolve("overrides.conf"), clock);
        return new LiveSettings(
                new EtcWatch(new EtcFolder(etc.path()), clock),
                overrides,
                new Handover(new ConfigurationTargets(areas, target)),
                new Inspection(neighbours));
    }

    private ReloadReport reload() {
        return settings.reload(false, ALICE);
    }

    private Setting effective(String jail, String key) {
        return settings.effective(jail).stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String etcFile(String name) {
        return etc.path().resolve(name).toString();
    }

    @Test
    void eachSectionIsAJailWithResolvedValuesAndTheirPlaces() {
        assertThat(target.jails).containsOnlyKeys("sshd", "web");
        assertThat(target.value("sshd", "filter")).isEqualTo("sshd");
        assertThat(target.value("sshd", "bantime")).isEqualTo("10m");
        assertThat(target.jails.get("sshd").origin("maxretry")).isEqualTo(etcFile("jail.d/a.conf") + ":3");
        assertThat(settings.revision()).isEqualTo(1);
    }

    @Test
    void aJailIsDisabledUnlessItSaysOtherwise() throws IOException {
        etc.file("jail.d/b.conf", "[mail]");

        reload();

        assertThat(effective("mail", "enabled")).isEqualTo(new Setting("enabled", "false", "default"));
    }

    @Test
    void filesAreReadInFail2bansOrder() throws IOException {
        etc.file("jail.conf", "[a]", "x = conf", "[b]", "x = conf", "[c]", "x = conf", "[d]", "x = conf")
                .file("jail.d/1.conf", "[b]", "x = d/1.conf", "[c]", "x = d/1.conf", "[d]", "x = d/1.conf")
                .file("jail.local", "[c]", "x = local", "[d]", "x = local")
                .file("jail.d/1.local", "[d]", "x = d/1.local");

        reload();

        assertThat(List.of("a", "b", "c", "d"))
                .extracting(jail -> effective(jail, "x").value())
                .containsExactly("conf", "d/1.conf", "local", "d/1.local");
    }

    @Test
    void aReloadTouchesOnlyTheJailsThatChanged() throws IOException {
        target.calls.clear();
        etc.file("jail.local", "[mail]").file("jail.d/a.conf", "[sshd]", "enabled = true", "maxretry = 4");

        ReloadReport report = reload();

        assertThat(report.applied()).isTrue();
        assertThat(report.changes())
                .containsExactly("mail: new, disabled", "web: gone, and whom it has banned is let in");
        assertThat(target.calls).containsExactly("remove web", "put mail");
        assertThat(settings.revision()).isEqualTo(2);
        assertThat(settings.lastReloadResult()).isEqualTo("reloaded, 2 jails changed");
    }

    @Test
    void aChangeIsToldWithKeyOldAndNewValue() throws IOException {
        etc.file("jail.d/a.conf", "[sshd]", "enabled = true", "maxretry = 3", "findtime = 1h");

        assertThat(reload().changes())
                .containsExactly(
                        "sshd: findtime not set -> 1h (jail.d/a.conf:4)", "sshd: maxretry 4 -> 3 (jail.d/a.conf:3)");
    }

    @Test
    void aDryRunChangesNothing() throws IOException {
        target.calls.clear();
        etc.without("jail.local");

        ReloadReport report = settings.reload(true, ALICE);

        assertThat(report.applied()).isFalse();
        assertThat(report.changes()).containsExactly("web: gone, and whom it has banned is let in");
        assertThat(target.calls).isEmpty();
        assertThat(settings.revision()).isEqualTo(1);
        assertThat(settings.effective("web")).isNotEmpty();
    }

    @Test
    void aReloadKnowsAFilterThatWasPutThereJustBefore() throws IOException {
        etc.file("jail.d/b.conf", "[fresh]", "enabled = true");
        neighbours.newFilters.add("fresh");

        assertThat(reload().problems()).isEmpty();
    }

    @Test
    void aReloadWithoutAChangeKeepsTheRevision() {
        target.calls.clear();

        assertThat(reload().changes()).isEmpty();
        assertThat(settings.revision()).isEqualTo(1);
        assertThat(target.calls).isEmpty();
    }

    @Test
    void jailsFromBeforeTheStartThatNobodyConfiguresAreRemoved() throws IOException {
        target.jails.put("old", new JailConfiguration("old", Map.of()));

        settings = settings();
        settings.start();

        assertThat(target.jails).containsOnlyKeys("sshd", "web");
    }

    @Test
    void aJailWithAnUnknownNameInAValueCarriesTheSentenceAndTheOthersWork() throws IOException {
        etc.file("jail.local", "[web]", "enabled = true", "logpath = %(web_logg)s", "[other]", "enabled = true");

        ReloadReport report = reload();

        String sentence = etcFile("jail.local") + ":3: 'logpath' refers to %(web_logg)s, but [web] has no 'web_logg';"
                + " set it there or in [DEFAULT]";
        assertThat(target.value("web", JailConfiguration.ERROR)).isEqualTo(sentence);
        assertThat(target.jails.get("other").value(JailConfiguration.ERROR)).isEmpty();
        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.jail()).isEqualTo("web");
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem).hasToString(sentence.replace(": 'logpath'", ": error: 'logpath'"));
        });
    }

    @Test
    void aJailWhoseEnabledCannotBeResolvedIsNotTakenAsDisabled() throws IOException {
        etc.file("jail.local", "[web]", "enabled = %(nothing)s");

        reload();

        assertThat(target.value("web", "enabled")).isEqualTo("true");
        assertThat(target.value("web", JailConfiguration.ERROR)).contains("'enabled' refers to %(nothing)s");
    }

    @Test
    void aValueThatNobodyReadsMayReferToNothing() throws IOException {
        etc.file("jail.local", "[web]", "enabled = true", "action_cf = cf[token=%(none)s]");

        reload();

        assertThat(target.jails.get("web").value(JailConfiguration.ERROR)).isEmpty();
    }

    @Test
    void aFileThatIsNotInTheDialectKeepsItsJailsAsTheyWere() throws IOException {
        etc.file("jail.local", "[web]", "enabled = true", "nonsense").file("jail.d/a.conf", "[sshd]", "maxretry = 7");

        ReloadReport report = reload();

        assertThat(report.changes())
                .containsExactly("sshd: enabled true -> false (default)", "sshd: maxretry 4 -> 7 (jail.d/a.conf:2)");
        assertThat(target.value("web", "logpath")).isEqualTo("/web.log");
        assertThat(report.problems()).anySatisfy(problem -> assertThat(problem.toString())
                .startsWith(etcFile("jail.local") + ":3: error: 'nonsense' is neither")
                .endsWith("until then the file's text before stays in force"));
    }

    @Test
    void aFileThatIsWrongAtTheStartIsLeftOutAlone() throws IOException {
        etc.file("jail.d/a.conf", "nonsense");

        settings = settings();
        settings.start();

        assertThat(target.jails).containsOnlyKeys("sshd", "web");
        assertThat(target.value("sshd", "maxretry")).isEqualTo("5");
        assertThat(settings.ownProblems()).extracting(Problem::file).containsExactly(etcFile("jail.d/a.conf"));
    }

    @Test
    void aSlipAtTheStartTakesNothingElseOfItsFileAway() throws IOException {
        etc.file(
                "jail.d/a.conf",
                "[DEFAULT]",
                "ignoreip = 192.0.2.77",
                "a stray line",
                "  and what continues it",
                "[sshd]",
                "maxretry = 7",
                "[unclosed",
                "enabled = true",
                "[web]",
                "maxretry = 8");

        settings = settings();
        settings.start();

        assertThat(target.value("sshd", "ignoreip")).isEqualTo("192.0.2.77");
        assertThat(target.value("sshd", "maxretry")).isEqualTo("7");
        assertThat(target.value("web", "maxretry")).isEqualTo("8");
        assertThat(settings.ownProblems()).extracting(Problem::line).contains(3);
    }

    @Test
    void aSectionWithABadNameIsLeftOut() throws IOException {
        etc.file("jail.local", "[../etc]", "enabled = true", "[" + "a".repeat(65) + "]");

        ReloadReport report = reload();

        assertThat(target.jails).containsOnlyKeys("sshd");
        assertThat(report.problems())
                .filteredOn(problem -> problem.message().contains("is left out"))
                .hasSize(2);
    }

    @Test
    void anErrorInBailiffConfLeavesEverythingAsItWas() throws IOException {
        target.calls.clear();
        etc.without("jail.local").file("bailiff.conf", "[Definition]", "deploy.writeable = yes");

        ReloadReport report = reload();

        assertThat(report.applied()).isFalse();
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(etcFile("bailiff.conf") + ":2: error: 'deploy.writeable' is no key of this file;"
                        + " did you mean deploy.writable?");
        assertThat(target.calls).isEmpty();
        assertThat(settings.lastReloadResult()).startsWith("refused, everything stays as it was");
        assertThat(settings().start()).hasSize(1);
    }

    @Test
    void aValueIsSetAtOnceAndShownAsAnOverride() {
        settings.set("sshd", "MaxRetry", " 3 ", ALICE);

        assertThat(target.value("sshd", "maxretry")).isEqualTo("3");
        assertThat(effective("sshd", "maxretry"))
                .isEqualTo(new Setting("maxretry", "3", "override by alice (socket) at 2026-11-23T02:00:00Z"));
        assertThat(settings.revision()).isEqualTo(2);
    }

    @Test
    void anOverrideOutlivesReloadAndRestart() throws IOException {
        settings.set("sshd", "maxretry", "3", ALICE);
        etc.file("jail.d/a.conf", "[sshd]", "enabled = true", "maxretry = 9");

        reload();
        assertThat(target.value("sshd", "maxretry")).isEqualTo("3");

        settings = settings();
        settings.start();
        assertThat(target.value("sshd", "maxretry")).isEqualTo("3");

        settings.unset("sshd", "maxretry", ALICE);
        assertThat(target.value("sshd", "maxretry")).isEqualTo("9");
    }

    @Test
    void aValueThatInterpolatesAnOverriddenOneFollowsIt() throws IOException {
        etc.file("jail.local", "[web]", "bantime = %(findtime)s", "findtime = 1h");
        reload();

        settings.set("web", "findtime", "2h", ALICE);

        assertThat(target.value("web", "bantime")).isEqualTo("2h");
    }

    @Test
    void settingAValueDoesNotLoadFilesThatChangedMeanwhile() throws IOException {
        etc.file("jail.d/a.conf", "[sshd]", "enabled = false", "bantime = 1h");

        settings.set("sshd", "maxretry", "3", ALICE);

        assertThat(target.value("sshd", "enabled")).isEqualTo("true");
        assertThat(target.value("sshd", "bantime")).isEqualTo("10m");
    }

    @Test
    void anOverrideMakesNoJailThatNobodyConfigures() throws IOException {
        settings.set("web", "enabled", "yes", ALICE);
        etc.without("jail.local");

        ReloadReport report = reload();

        assertThat(target.jails).containsOnlyKeys("sshd");
        assertThat(report.problems())
                .extracting(Problem::message)
                .contains("'enabled' of [web] is set by an override by alice (socket) at 2026-11-23T02:00:00Z, but no"
                        + " file configures that jail");
    }

    @Test
    void whatCannotBeSetIsRefusedWithAReason() {
        assertThatThrownBy(() -> settings.set("ssh", "maxretry", "3", ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no jail 'ssh'; did you mean sshd?");
        assertThatThrownBy(() -> settings.set("sshd", "logpath", "/etc/shadow", ALICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'logpath' is not one of the keys that can be changed at run time");
        assertThatThrownBy(() -> settings.set("sshd", "maxretry", "none", ALICE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.unset("sshd", "logpath", ALICE)).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.revision()).isEqualTo(1);
        assertThat(data.resolve("overrides.conf")).doesNotExist();
    }

    @Test
    void anOverrideThatCannotBeKeptIsInForceAndSaysSo() throws IOException {
        Files.createDirectories(data.resolve("overrides.conf.new/full"));

        assertThatThrownBy(() -> settings.set("sshd", "maxretry", "3", ALICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("it is in force, but could not be kept for the next start: ");

        assertThat(target.value("sshd", "maxretry")).isEqualTo("3");
    }

    @Test
    void anOverrideThatConfigAdminCouldNotStoreIsNotInForceAndSaysSo() {
        target.failing = "sshd";

        assertThatThrownBy(() -> settings.set("sshd", "maxretry", "7", ALICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("it is neither in force nor kept: the configuration of jail 'sshd' could not be stored: no"
                        + " space left; make room on the disk, and do it again");

        assertThat(effective("sshd", "maxretry").value()).isEqualTo("4");
        target.failing = "";
        settings.set("sshd", "maxretry", "7", ALICE);
        assertThat(target.value("sshd", "maxretry")).isEqualTo("7");
    }

    @Test
    void damagedAndEmptyAndUnreadableOverridesAreLosses() throws IOException {
        assertThat(settings.losses()).isEmpty();
        Path kept = data.resolve("overrides.conf");
        settings.set("sshd", "maxretry", "7", ALICE);
        Files.writeString(kept, Files.readString(kept).replace("= 7", "= 8"));

        settings = settings();
        settings.start();
        assertThat(settings.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.file()).isEqualTo(kept.toString());
            assertThat(loss.message()).contains("was damaged");
        });

        Files.writeString(kept, "");
        settings = settings();
        settings.start();
        assertThat(settings.losses())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("is empty");

        Files.delete(kept);
        Files.createDirectory(kept);
        settings = settings();
        settings.start();
        assertThat(settings.losses())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("cannot be read");
    }

    @Test
    void aSlipInAFileIsAProblemAndNoLoss() throws IOException {
        etc.file("jail.d/slip.conf", "[web]", "enabled = no", "maxretry = many", "this is no line");

        ReloadReport report = reload();

        assertThat(report.problems()).isNotEmpty();
        assertThat(settings.losses()).isEmpty();
    }

    @Test
    void unsettingWhatIsNotSetDoesNothing() {
        target.calls.clear();

        settings.unset("sshd", "bantime", ALICE);

        assertThat(target.calls).isEmpty();
    }

    @Test
    void aJailThatCouldNotBeStoredIsNamedAndTriedAgain() throws IOException {
        target.failing = "web";
        etc.file("jail.local", "[web]", "enabled = true", "logpath = /other.log");

        assertThat(reload().problems())
                .extracting(Problem::message)
                .contains(
                        "the configuration of jail 'web' could not be stored: no space left; make room on the disk, and do"
                                + " it again");

        target.failing = "";
        reload();
        assertThat(target.value("web", "logpath")).isEqualTo("/other.log");
    }

    @Test
    void changedFilesAreNoticedWithinASecondAndUntilTheReload() throws IOException {
        assertThat(settings.changedNotLoaded()).isFalse();

        etc.file("jail.d/z.conf", "[mail]");
        assertThat(settings.changedNotLoaded()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(settings.changedNotLoaded()).isTrue();

        reload();
        assertThat(settings.changedNotLoaded()).isFalse();
    }

    @Test
    void aChangedIncludeIsAChange() throws IOException {
        etc.file("jail.local", "[INCLUDES]", "before = paths.conf").file("paths.conf", "[DEFAULT]", "log = /a");
        reload();

        etc.file("paths.conf", "[DEFAULT]", "log = /b");
        clock.forward(Duration.ofSeconds(2));

        assertThat(settings.changedNotLoaded()).isTrue();
    }

    @Test
    void whatOtherBundlesDislikeIsAProblem() {
        neighbours.disliked.add("web");

        assertThat(settings.problems()).extracting(Problem::message).contains("disliked");
    }

    @Test
    void nobodyDefinesACommandAtRunTime() {
        for (String key : List.of("action", "ACTION", "banaction", "actionban", "action_", "config.error")) {
            assertThatThrownBy(() -> settings.set("sshd", key, "command[ban=/bin/evil]", ALICE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not one of the keys that can be changed at run time");
        }
        for (String value : List.of("%(action)s", "1h\naction = command[ban=/bin/evil]", "1h [x] action=y")) {
            assertThatThrownBy(() -> settings.set("sshd", "bantime", value, ALICE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(target.jails.get("sshd").value("action")).isEmpty();
    }
}
