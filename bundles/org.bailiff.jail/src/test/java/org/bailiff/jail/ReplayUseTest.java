// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.ConfiguredFolder;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.jail.fakes.FakeLogArchive;
import org.bailiff.jail.fakes.WordDefinition;
import org.bailiff.jail.replay.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as it is typed, with logs, filters and configurations of the tests' own. */
class ReplayUseTest {
    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";

    @TempDir
    private Path folder;

    private Path etc;
    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final FakeLogArchive files = new FakeLogArchive();
    private final Map<Path, List<JailConfiguration>> jails = new HashMap<>();
    private final Map<Path, List<Problem>> problems = new HashMap<>();
    private final Map<String, FilterDefinition> filters = new HashMap<>();
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        etc = Files.createDirectory(folder.resolve("etc"));
        surroundings.define("sshd", "fail");
        surroundings.define("recidive", "fail2ban.actions:");
    }

    @AfterEach
    void stop() {
        surroundings.close();
    }

    private void jail(Path etc, String name, String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        for (String word : keysAndValues) {
            String[] parts = word.split("=", 2);
            settings.put(parts[0], new Setting(parts[0], parts[1], "jail.local:3"));
        }
        settings.putIfAbsent("enabled", new Setting("enabled", "yes", "jail.local:3"));
        jails.computeIfAbsent(etc, fresh -> new ArrayList<>()).add(new JailConfiguration(name, settings));
    }

    private ExitCode replay(boolean json, String... arguments) throws CommandException {
        out.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(out);
        Caller caller = new Caller("somebody", "local", Role.ADMINISTRATOR);
        CommandCall call = new CommandCall(caller, List.of(arguments), json, folder.toString(), writer, writer);
        ReplayUse use = new ReplayUse(
                surroundings,
                path -> new ConfiguredFolder(
                        jails.getOrDefault(path, List.of()), problems.getOrDefault(path, List.of())),
                path -> filters,
                kind -> kind.equals("file") ? Optional.of(files) : Optional.empty());
        return use.run(call, Typed.parse(call, Instant.parse("2026-11-22T12:00:00Z")), etc);
    }

    private String text(String... arguments) throws CommandException {
        assertThat(replay(false, arguments)).isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private static String line(String address, String time) {
        return "fail " + address + " 2026-11-20T" + time + "Z";
    }

    @Test
    void whomAJailWouldHaveBannedIsSaid() throws CommandException {
        jail(etc, "sshd", "maxretry=2", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"), "noise", line(A, "10:00:05"), line(B, "10:01:00"));

        assertThat(text())
                .contains("Jail sshd: 1 ban of 1 address\n")
                .contains("lines read 4, matched 3, failures 3 from 2 addresses\n")
                .contains("first ban 192.0.2.1 at ")
                .contains("     1  192.0.2.1\n")
                .contains("Together: 1 ban by 1 jail\n");
        assertThat(files.allAreClosed()).isTrue();
    }

    @Test
    void bansEndByTheTimeOfTheLinesSoThatThereIsAnother() throws CommandException {
        jail(etc, "sshd", "maxretry=1", "bantime=1h", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"), line(A, "10:59:59"), line(A, "11:00:00"));

        assertThat(replay(true)).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains(ban(A, "10:00:00", "11:00:00", 1) + ",")
                .contains(ban(A, "11:00:00", "12:00:00", 2) + "]");
    }

    private static String ban(String address, String since, String until, int count) {
        return "{\"address\": \"%s\", \"since\": \"2026-11-20T%sZ\", \"until\": \"2026-11-20T%sZ\", \"count\": %d}"
                .formatted(address, since, until, count);
    }

    @Test
    void theLogsOfAJailAreReadInTheOrderOfTime() throws CommandException {
        jail(etc, "sshd", "maxretry=2", "findtime=1m", "bantime=1m", "logpath=/log/");
        // One after the other, the ban of the evening would come first, and the morning's failures before it not count.
        files.log("/log/a", line(A, "10:00:00"), line(A, "18:00:00"), line(A, "20:00:00")).log(
                "/log/b", line(A, "10:00:30"), line(A, "18:00:30"));

        assertThat(replay(true)).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("\"bans\": 2")
                .contains(ban(A, "10:00:30", "10:01:30", 1))
                .contains(ban(A, "18:00:30", "18:01:30", 2));
    }

    @Test
    void whatLiesBeforeOrAfterThePeriodDoesNotCount() throws CommandException {
        jail(etc, "sshd", "maxretry=2", "findtime=1d", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "09:59:59"), line(A, "10:00:00"), line(A, "11:00:00"));

        assertThat(text("--since", "2026-11-20T10:00:00Z", "--until", "2026-11-20T11:00:00Z"))
                .contains("0 bans", "matched 1, failures 1 ");
        assertThat(text("--since=2026-11-20T10:00:00Z")).contains("1 ban of");
        assertThat(files.opened()).allMatch(opened -> opened.endsWith("2026-11-20T10:00:00Z"));
    }

    @Test
    void aJailThatReadsBansHearsOfThoseThatAreDecidedHere() throws CommandException {
        jail(etc, "sshd", "maxretry=1", "bantime=1m", "logpath=/log/auth.log");
        jail(etc, "tried", "filter=sshd", "maxretry=1", "bantime=1m", "simulate=yes", "logpath=/log/auth.log");
        jail(etc, "recidive", "maxretry=2", "findtime=1d", "logpath=/log/fail2ban.log");
        files.log("/log/auth.log", line(A, "10:00:00"), line(A, "11:00:00")).log(
                "/log/fail2ban.log", "fail2ban.actions: " + B);
        filters.put("recidive", new WordDefinition("recidive", "fail2ban.actions:"));

        // The fake's language knows no such lines: it is enough that they were told, and by whom.
        assertThat(text())
                .contains("Jail recidive: 0 bans of 0 addresses\n  lines read 2,")
                .contains("it reads the bans that are decided here");
    }

    @Test
    void oneBadJailDoesNotStopTheOthersAndTheExitCodeTells() throws CommandException {
        jail(etc, "bad", "filter=sshd", "maxretry=many", "logpath=/log/auth.log");
        jail(etc, "nofilter", "filter=none", "logpath=/log/auth.log");
        jail(etc, "sshd", "maxretry=1", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"));

        assertThat(replay(false)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("Jail bad: cannot be replayed: jail.local:3: error: maxretry")
                .contains("Jail nofilter: cannot be replayed: filter.d/none.conf: there is no filter 'none'")
                .contains("Jail sshd: 1 ban of 1 address");
    }

    @Test
    void aLogThatCannotBeReadIsSaidWithItsJailAndTheExitCodeTells() throws CommandException {
        jail(etc, "torn", "filter=sshd", "maxretry=1", "logpath=/log/torn.log");
        jail(etc, "shut", "filter=sshd", "logpath=/log/shut.log");
        files.log("/log/torn.log", line(A, "10:00:00"))
                .breaks("/log/torn.log", "the disk is gone")
                .log("/log/shut.log");

        assertThat(replay(false)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("Jail torn: 1 ban", "  not read: the disk is gone")
                .contains("Jail shut: 0 bans", "  not read: cannot read /log/shut.log");
    }

    @Test
    void whatCannotBeKnownOfThePastIsSaidPerJail() throws CommandException {
        jail(etc, "journal", "filter=sshd", "backend=systemd", "journalmatch=_COMM=sshd");
        jail(etc, "sshd", "logpath=/log/auth.log", "ignorecommand=/bin/true", "bantime.rndtime=60");
        files.log("/log/auth.log", "fail some.host.example 2026-11-20T10:00:00Z");

        assertThat(text())
                .contains("nothing is kept of what its source 'journal' told")
                .contains("'ignorecommand'")
                .contains("'bantime.rndtime'")
                .contains("1 failures name a host and no address");
    }

    @Test
    void aJailThatIsNotEnabledIsReplayedIfItIsNamed() throws CommandException {
        jail(etc, "sshd", "logpath=/log/auth.log");
        jail(etc, "later", "enabled=no", "filter=sshd", "maxretry=1", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"));

        assertThat(text()).contains("Jail sshd: ").doesNotContain("later");
        assertThat(text("--jail", "later")).contains("Jail later: 1 ban").doesNotContain("sshd");
    }

    @Test
    void twoConfigurationsAreComparedBanByBanAndAddressByAddress() throws Exception {
        Path second = Files.createDirectory(folder.resolve("new"));
        jail(etc, "sshd", "maxretry=2", "bantime=1h", "logpath=/log/auth.log");
        jail(second, "sshd", "maxretry=1", "bantime=2h", "logpath=/log/auth.log");
        jail(second, "extra", "filter=sshd", "maxretry=9", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"), line(A, "10:01:00"), line(B, "11:00:00"));

        assertThat(text("--against", "new"))
                .contains("Jail extra: only in the second\n")
                .contains("Jail sshd: 1 become 2: 2 added, 1 gone, 0 with another end\n")
                .contains("  banned by the second alone (1):\n    192.0.2.2  1 time\n");
        assertThat(replay(true, "--against", "new")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("\"gone\": [\n        " + ban(A, "10:01:00", "11:01:00", 1) + "]")
                .contains("{\"address\": \"192.0.2.2\", \"before\": 0, \"after\": 1}");
    }

    @Test
    void eachConfigurationIsReplayedAsIfItWereAlone() throws Exception {
        Path second = Files.createDirectory(folder.resolve("new"));
        for (Path one : List.of(etc, second)) {
            jail(
                    one,
                    "sshd",
                    "maxretry=1",
                    "bantime=1m",
                    "bantime.increment=yes",
                    "bantime.overalljails=yes",
                    "banrate=3/1d",
                    "logpath=/log/auth.log");
        }
        files.log("/log/auth.log", line(A, "10:00:00"), line(A, "10:02:00"), line(A, "10:10:00"));

        assertThat(text("--against", "new")).contains("Jail sshd: 3 bans", "Jail sshd: the same bans");
    }

    @Test
    void aLimitOfBansHoldsAsForTheDaemon() throws CommandException {
        jail(etc, "sshd", "maxretry=1", "banrate=1/10m", "findtime=1h", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"), line(B, "10:01:00"), line("192.0.2.3", "10:30:00"));

        assertThat(text()).contains("Jail sshd: 2 bans of 2 addresses");
    }

    @Test
    void errorsOfTheFilesAreSaid() throws CommandException {
        problems.put(etc, List.of(new Problem(Problem.Severity.ERROR, "jail.local", 7, "", "this is no line")));

        assertThat(replay(false)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("wrong: jail.local:7: error: this is no line");
    }

    @Test
    void whatCannotBeMeantIsRefusedWithASentence() {
        assertThatThrownBy(() -> replay(false, "--against", "none"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> replay(false, "--jail", "none")).hasMessageContaining("no jail is called none");
    }

    @Test
    void aJailThatIsNotThereIsRefusedBeforeAnyLogIsRead() {
        jail(etc, "sshd", "maxretry=1", "logpath=/log/auth.log");
        files.log("/log/auth.log", line(A, "10:00:00"));

        assertThatThrownBy(() -> replay(false, "--jail", "sshd", "--jail", "shd"))
                .isInstanceOf(CommandException.class)
                .hasMessage("no jail is called shd; did you mean sshd?");
        assertThat(files.opened()).isEmpty();
    }
}
