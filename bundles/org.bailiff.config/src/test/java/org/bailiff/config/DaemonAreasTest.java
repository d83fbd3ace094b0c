// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Caller;
import org.bailiff.api.config.DaemonCheck;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.api.config.Setting;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.override.OverridesFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code bailiff.conf} says reaches those it is meant for, and only if they can do it. */
class DaemonAreasTest {
    @TempDir
    private Path data;

    private Tree etc;
    private final FakeJailConfigurations jails = new FakeJailConfigurations();
    private final FakeAreaConfigurations areas = new FakeAreaConfigurations(jails.calls);
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private LiveSettings settings;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        etc = new Tree(folder).file("jail.conf", "[sshd]", "maxretry = 5");
        MovableClock clock = new MovableClock();
        settings = new LiveSettings(
                new EtcWatch(new EtcFolder(folder), clock),
                OverridesFile.open(data.resolve("overrides.conf"), clock),
                new Handover(new ConfigurationTargets(areas, jails)),
                new Inspection(neighbours));
    }

    private void say(String... lines) throws IOException {
        String[] file = new String[lines.length + 1];
        file[0] = "[Definition]";
        System.arraycopy(lines, 0, file, 1, lines.length);
        etc.file("bailiff.conf", file);
    }

    private String place(int line) {
        return etc.path().resolve("bailiff.conf") + ":" + line;
    }

    private ReloadReport reload() {
        return settings.reload(false, Caller.DAEMON);
    }

    private void start() {
        assertThat(settings.start()).isEmpty();
    }

    private void dislike(String area, Problem.Severity severity, String message) {
        neighbours.daemonChecks.add(new DaemonCheck() {
            @Override
            public String area() {
                return area;
            }

            @Override
            public List<Problem> check(Map<String, Setting> said) {
                return said.isEmpty() ? List.of() : List.of(new Problem(severity, "bailiff.conf", 2, "", message));
            }
        });
    }

    @Test
    void eachAreaGetsItsKeysWithTheirPlacesAndNothingElse() throws IOException {
        say(
                "metrics.listen = 127.0.0.1:9191",
                "jmx.listen = 127.0.0.1:7091",
                "jmx.users = /etc/b/users",
                "attach = no");

        start();

        assertThat(areas.areas)
                .isEqualTo(Map.of(
                        "metrics",
                        Map.of("listen", new Setting("listen", "127.0.0.1:9191", place(2))),
                        "jmx",
                        Map.of(
                                "listen", new Setting("listen", "127.0.0.1:7091", place(3)),
                                "users", new Setting("users", "/etc/b/users", place(4)))));
    }

    @Test
    void anAreaChangesOnReloadAndGoesWithItsLastKey() throws IOException {
        say("metrics.listen = 127.0.0.1:9191", "decisions.file = /var/log/d");
        start();
        say("metrics.listen = 127.0.0.1:9192");

        ReloadReport report = reload();

        assertThat(report.applied()).isTrue();
        assertThat(report.changes())
                .containsExactly(
                        "bailiff.conf: decisions.file /var/log/d -> not set",
                        "bailiff.conf: metrics.listen 127.0.0.1:9191 -> 127.0.0.1:9192 (bailiff.conf:2)");
        assertThat(areas.areas).containsOnlyKeys("metrics");
        assertThat(areas.areas.get("metrics").get("listen").value()).isEqualTo("127.0.0.1:9192");
        assertThat(settings.revision()).isEqualTo(2);
    }

    @Test
    void whoGivesUpAPortComesBeforeWhoWantsIt() throws IOException {
        say("metrics.listen = 127.0.0.1:9191", "jmx.listen = 127.0.0.1:7091");
        start();
        areas.calls.clear();
        say("metrics.listen = 127.0.0.1:9192", "jmx.listen = 127.0.0.1:9191");

        reload();

        assertThat(areas.calls).containsExactly("put area metrics", "put area jmx");
    }

    @Test
    void onePortForTwoIsAnError() throws IOException {
        start();
        say("metrics.listen = 127.0.0.1:9191", "jmx.listen = 127.0.0.1:9191");

        ReloadReport report = reload();

        assertThat(report.applied()).isFalse();
        assertThat(report.problems())
                .extracting(Problem::toString)
                .containsExactly(place(2) + ": error: 'metrics.listen' is the same as 'jmx.listen';"
                        + " give each a port of its own");
    }

    @Test
    void whatIsTheSameIsLeftAlone() throws IOException {
        say("metrics.listen = 127.0.0.1:9191");
        start();

        reload();

        assertThat(areas.calls).as("the daemon's areas come first").containsExactly("put area metrics", "put sshd");
    }

    @Test
    void anAreaFromBeforeTheStartOfWhichNothingIsSaidIsRemoved() {
        areas.areas.put("jmx", Map.of());

        start();

        assertThat(areas.areas).isEmpty();
    }

    @Test
    void anErrorOfAnAreaRefusesTheWholeReload() throws IOException {
        start();
        dislike("metrics", Problem.Severity.ERROR, "the port is taken");
        say("metrics.listen = 127.0.0.1:22");
        etc.file("jail.conf", "[sshd]", "maxretry = 3");

        ReloadReport report = reload();

        assertThat(report.applied()).isFalse();
        assertThat(report.problems()).extracting(Problem::message).containsExactly("the port is taken");
        assertThat(settings.lastReloadResult())
                .isEqualTo("refused, everything stays as it was: bailiff.conf:2: error: the port is taken");
        assertThat(areas.areas).isEmpty();
        assertThat(jails.value("sshd", "maxretry")).isEqualTo("5");
    }

    @Test
    void aDryRunRefusesWithoutATrace() throws IOException {
        start();
        dislike("metrics", Problem.Severity.ERROR, "the port is taken");
        say("metrics.listen = 127.0.0.1:22");

        assertThat(settings.reload(true, Caller.DAEMON).problems()).hasSize(1);

        assertThat(settings.lastReloadResult()).isEqualTo("loaded 1 jail at start");
    }

    @Test
    void aReloadTellsWhatDoesNotWorkOnceThatIsKnown() throws IOException {
        start();
        LateArea late = new LateArea();
        neighbours.daemonChecks.add(late);
        say("metrics.listen = 127.0.0.1:9191");

        assertThat(reload().problems()).containsOnlyOnce(LateArea.TAKEN);

        assertThat(late.asked.get("listen").value()).isEqualTo("127.0.0.1:9191");
        assertThat(settings.problems()).contains(LateArea.TAKEN);
        assertThat(settings.losses()).isEmpty();
    }

    @Test
    void aDryRunWaitsForNobody() throws IOException {
        start();
        LateArea late = new LateArea();
        neighbours.daemonChecks.add(late);
        say("metrics.listen = 127.0.0.1:9191");

        settings.reload(true, Caller.DAEMON);

        assertThat(late.asked).isNull();
    }

    /** Needs a moment to find that it cannot work. */
    private static final class LateArea implements DaemonCheck {
        static final Problem TAKEN = new Problem(Problem.Severity.ERROR, "bailiff.conf", 2, "", "the port is taken");
        private int looks;
        private Map<String, Setting> asked;

        @Override
        public String area() {
            return "metrics";
        }

        @Override
        public List<Problem> check(Map<String, Setting> said) {
            return List.of();
        }

        @Override
        public List<Problem> troubles() {
            return looks < 3 ? List.of() : List.of(TAKEN);
        }

        @Override
        public boolean isSettled(Map<String, Setting> said) {
            asked = said;
            looks++;
            return looks > 2;
        }
    }

    @Test
    void aWarningOfAnAreaIsShownAndRefusesNothing() throws IOException {
        start();
        dislike("metrics", Problem.Severity.WARNING, "everybody on this host can read it");
        say("metrics.listen = 127.0.0.1:9191");

        assertThat(reload().applied()).isTrue();

        assertThat(settings.problems()).extracting(Problem::message).contains("everybody on this host can read it");
    }

    @Test
    void checkAsksThoseThatTheAreasAreFor() throws IOException {
        dislike("jmx", Problem.Severity.ERROR, "nobody could log in");
        say("jmx.listen = 127.0.0.1:7091");

        assertThat(new Check(neighbours, false).of(etc.path()))
                .extracting(Problem::message)
                .containsOnlyOnce("nobody could log in");
    }

    @Test
    void whatCannotBeStoredIsNamedAndTriedAgain() throws IOException {
        areas.failing = true;
        say("metrics.listen = 127.0.0.1:9191");
        start();

        assertThat(settings.losses())
                .extracting(Problem::message)
                .containsExactly(
                        "the configuration of bailiff.conf's keys metrics.* could not be stored: no space left;"
                                + " make room on the disk, and do it again");
        areas.failing = false;
        reload();
        assertThat(areas.areas).containsOnlyKeys("metrics");
        assertThat(settings.losses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jmx.lisen = 1 | 'jmx.lisen' is no key of this file; did you mean jmx.listen?",
                "attach = never | 'attach' is 'never'; it can be yes or no",
                "log.level = loud | 'log.level' is 'loud'; it can be error, warning, notice, info, debug, trace",
                "metrics.listen = | 'metrics.listen' has no value; give it one, or take the line out",
                "jmx.tls.keystore.password = hunter2 | 'jmx.tls.keystore.password' names the file that the password is"
                        + " in, with its whole path; the password itself does not belong here",
            })
    void aSlipIsAnErrorWithItsPlaceAndTheMend(String line, String message) throws IOException {
        say(line);

        assertThat(settings.start()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message).doesNotContain("hunter2");
            assertThat(problem.file() + ":" + problem.line()).isEqualTo(place(2));
        });
        assertThat(areas.areas).isEmpty();
    }

    @Test
    void whatActsOnTheNextStartSaysSo() throws IOException {
        start();
        say("attach = no");

        assertThat(reload().changes())
                .containsExactly(
                        "bailiff.conf: attach not set -> no (bailiff.conf:2); it acts when the daemon is started anew");
    }
}
