// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.control.fake.FakeSettings;
import org.bailiff.control.fake.FakeStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusVerbTest {
    private final FakeJail sshd = new FakeJail("sshd");
    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJails jails = new FakeJails(nginx, sshd);
    private final FakeStore store = new FakeStore();
    private final FakeSettings files = new FakeSettings();
    private final CurrentSettings settings = new CurrentSettings();
    private final CurrentPlugIns plugIns = new CurrentPlugIns();
    private final CommandLine commandLine = new CommandLine(
            new StatusVerb(jails, store, settings, plugIns, Clock.fixed(FakeJail.NOW, ZoneId.of("UTC"))));

    @BeforeEach
    void configure() {
        settings.bind(files);
        sshd.sources.add(
                new SourceStatus("/var/log/auth.log", "file", SourceStatus.State.READING, "", 100, 0, 1000, 0, 1, 0));
        sshd.actions.add(new ActionStatus(
                "xt_recent",
                ActionStatus.State.READY,
                "",
                new ActionStatus.Entries(3, 0, 98, 0, 2),
                new ActionStatus.Totals(7, 0, 0, 0, 0, Duration.ZERO)));
    }

    @Test
    void theDaemonsStatusNamesTheJails() {
        assertThat(commandLine.type(OPERATOR, "status")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "Status",
                        "|- State: RUNNING, up for 2 hours 1 minute",
                        "|- Number of jail: 2",
                        "`- Jail list: nginx, sshd",
                        "JAIL   STATE       FAILED NOW/TOTAL  BANNED NOW/TOTAL",
                        "nginx  ACTIVE      3/17              0/4",
                        "sshd   ACTIVE      3/17              0/4");
    }

    @Test
    void aDisabledJailIsMarked() {
        nginx.state = JailState.DISABLED;

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out).contains("nginx  DISABLED    3/17              0/4");
    }

    @Test
    void aMissingFilterIsOneProblem() {
        nginx.state = JailState.FAILED;
        nginx.reason = "there is no filter 'turnstile'; put it into filter.d/turnstile.conf";
        String message = "there is no filter 'turnstile'; did you mean turn?";
        files.problems.add(new Problem(Problem.Severity.ERROR, "etc/jail.local", 7, "nginx", "[nginx]: " + message));
        files.problems.add(new Problem(Problem.Severity.ERROR, "etc/jail.local", 9, "web", "[web]: " + message));

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out)
                .filteredOn(line -> line.contains("Problem"))
                .containsExactly(
                        "|- Problem: jail nginx is FAILED: " + nginx.reason,
                        "|- Problem: etc/jail.local:9: error: [web]: " + message);
    }

    @Test
    void plugInsAreNamed() {
        plugIns.bind(() -> List.of("spool.jar: org.example.source.spool 1.0.0"));

        commandLine.type(OPERATOR, "status");
        assertThat(commandLine.out).contains("|- Plug-in: spool.jar: org.example.source.spool 1.0.0");

        commandLine.type(OPERATOR, "status", "--json");
        assertThat(String.join("", commandLine.out)).contains("\"spool.jar: org.example.source.spool 1.0.0\"");
    }

    @Test
    void whatDoesNotWorkIsSaidOnceAndFirst() {
        nginx.state = JailState.FAILED;
        nginx.reason = "there is no filter nginx-x.";
        jails.reason = "jail nginx is FAILED: there is no filter nginx-x.";
        store.reason = "the disk is full; make room.";
        sshd.sources.add(new SourceStatus(
                "/var/log/x.log", "file", SourceStatus.State.FAILED, "no right to read it.", -1, -1, 0, 0, 0, 1));
        files.problems.add(
                new Problem(Problem.Severity.WARNING, "etc/jail.local", 7, "sshd", "no such key 'maxretri'."));
        files.changedNotLoaded = true;

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out)
                .startsWith(
                        "Status",
                        "|- State: DEGRADED, up for 2 hours 1 minute",
                        "|- Problem: jail nginx is FAILED: there is no filter nginx-x.",
                        "|- Problem: jail sshd: /var/log/x.log: no right to read it.",
                        "|- Problem: the disk is full; make room.",
                        "|- Problem: etc/jail.local:7: warning: no such key 'maxretri'.",
                        "|- Changed, not loaded: 'bailiff reload' puts the changed files in force.",
                        "|- Number of jail: 2",
                        "`- Jail list: nginx, sshd");
    }

    @Test
    void aMistakeThatFailsAJailIsSaidOnceHoweverLongTheReasons() {
        nginx.state = JailState.FAILED;
        nginx.reason = "etc/jail.local:7: error: bantime: 'soon' is not a time.";
        sshd.state = JailState.FAILED;
        sshd.reason = "etc/jail.local:9: error: findtime: " + "x".repeat(400) + " is not a time.";
        jails.reason = "jail nginx is FAILED: " + nginx.reason + "; jail sshd is FAILED: " + sshd.reason;
        files.problems.add(
                new Problem(Problem.Severity.ERROR, "etc/jail.local", 7, "nginx", "bantime: 'soon' is not a time."));

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out)
                .filteredOn(line -> line.contains("Problem"))
                .containsExactly(
                        "|- Problem: jail nginx is FAILED: " + nginx.reason,
                        "|- Problem: jail sshd is FAILED: " + sshd.reason);
    }

    @Test
    void aReasonOfTheDaemonsOwnIsAProblemToo() {
        jails.reason = "the clock jumped.";

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out).contains("|- Problem: the clock jumped.");
    }

    @Test
    void whatAnAdministratorChoseIsNoProblem() {
        nginx.state = JailState.DISABLED;
        nginx.reason = "enabled = false";

        commandLine.type(OPERATOR, "status");

        assertThat(commandLine.out).noneMatch(line -> line.contains("Problem"));
    }

    @Test
    void oneJailIsShownWithFail2bansLabels() {
        sshd.banned("192.0.2.7");
        sshd.banned("2001:db8::7");

        assertThat(commandLine.type(OPERATOR, "status", "sshd")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "Status for the jail: sshd",
                        "|- State: ACTIVE",
                        "|- Filter: sshd",
                        "|  |- Currently failed: 3",
                        "|  |- Total failed:     17",
                        "|  `- File list:        /var/log/auth.log",
                        "`- Actions: xt_recent",
                        "   |- Currently banned: 2",
                        "   |- Total banned:     4",
                        "   |- Room:             3 of 98 used, 2 proven to block",
                        "   `- Banned IP list:   192.0.2.7 2001:db8::7");
    }

    @Test
    void whatWasCutOffIsCountedForEachRegex() {
        sshd.cutOffs.add(new CutOff("failregex", 3, "^a <ADDR>$", 12));
        sshd.cutOffs.add(new CutOff("datepattern", 1, "%Y", 1));

        commandLine.type(OPERATOR, "status", "sshd");
        assertThat(commandLine.out).contains("|  |- Cut off:          failregex 3 12 times, datepattern 1 1 times");

        commandLine.type(OPERATOR, "status", "sshd", "--json");
        JsonObject jail = commandLine.json().getAsJsonArray("jails").get(0).getAsJsonObject();
        assertThat(jail.getAsJsonArray("cutOffs").get(0))
                .hasToString("{\"key\":\"failregex\",\"number\":3,\"count\":12,\"regex\":\"^a <ADDR>$\"}");
    }

    @Test
    void anActionThatIsNotReadySaysSoAndWhatDoesNotFitIsCounted() {
        sshd.actions.add(new ActionStatus(
                "other",
                ActionStatus.State.WAITING,
                "there is no list\n; run 'bailiff firewall'.",
                new ActionStatus.Entries(90, 5, 100, 10, 0),
                ActionStatus.Totals.NONE));
        sshd.actions.add(new ActionStatus(
                "log", ActionStatus.State.READY, "", ActionStatus.Entries.unbounded(7), ActionStatus.Totals.NONE));

        commandLine.type(OPERATOR, "status", "sshd");

        assertThat(commandLine.out)
                .contains(
                        "|- Problem: other: there is no list\\x0a; run 'bailiff firewall'.",
                        "`- Actions: xt_recent other (WAITING) log",
                        "   |- Room:             xt_recent: 3 of 98 used, 2 proven to block",
                        "   |- Room:             other: 90 of 100 used, 10 more taken by entries that are not ours, 5"
                                + " not in yet, 0 proven to block")
                .filteredOn(line -> line.contains("Room"))
                .hasSize(2);
    }

    @Test
    void aListThatIsTooLongForALineSaysHowManyMoreThereAre() {
        for (int number = 0; number < 250; number++) {
            sshd.banned("198.51.100." + number);
        }

        commandLine.type(OPERATOR, "status", "sshd");

        assertThat(commandLine.out).last().asString().endsWith(" and 50 more: bailiff banned");
    }

    @Test
    void anUnknownJailIsASentenceWithTheNearest() {
        assertThat(commandLine.type(OPERATOR, "status", "sshdd")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("There is no jail 'sshdd'; did you mean sshd?");
        assertThat(commandLine.type(OPERATOR, "status", "postfix")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("There is no jail 'postfix'; there are: nginx, sshd.");
    }

    @Test
    void jsonHasTheAgreedShape() {
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "status", "--json")).isZero();

        JsonObject jail = commandLine.json().getAsJsonArray("jails").get(1).getAsJsonObject();
        assertThat(jail.get("name").getAsString()).isEqualTo("sshd");
        assertThat(jail.get("state").getAsString()).isEqualTo("ACTIVE");
        assertThat(jail.get("filter").getAsString()).isEqualTo("sshd");
        assertThat(jail.get("currentlyFailed").getAsLong()).isEqualTo(3);
        assertThat(jail.get("totalFailed").getAsLong()).isEqualTo(17);
        assertThat(jail.get("currentlyBanned").getAsLong()).isEqualTo(1);
        assertThat(jail.get("totalBanned").getAsLong()).isEqualTo(4);
        JsonObject ban = jail.getAsJsonArray("banned").get(0).getAsJsonObject();
        assertThat(ban.get("address").getAsString()).isEqualTo("192.0.2.7");
        assertThat(ban.get("since").getAsString()).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(ban.get("until").getAsString()).isEqualTo("2026-11-23T02:10:00Z");
        assertThat(ban.get("count").getAsInt()).isEqualTo(2);
        JsonObject proof = ban.getAsJsonArray("enforcement").get(0).getAsJsonObject();
        assertThat(proof.keySet())
                .containsExactly("action", "inForce", "confirmed", "lastDropped", "droppedLately", "sentence");
        assertThat(proof.get("inForce").getAsBoolean()).isTrue();
        assertThat(proof.get("lastDropped").isJsonNull()).isTrue();
        assertThat(jail.getAsJsonArray("actions").get(0).getAsJsonObject().toString())
                .isEqualTo("{\"name\":\"xt_recent\",\"state\":\"READY\",\"reason\":\"\",\"entriesCurrent\":3,"
                        + "\"entriesPending\":0,\"entriesMax\":98,\"entriesForeign\":0,\"entriesProven\":2,"
                        + "\"writes\":7,\"errors\":0,\"evicted\":0,\"lapsed\":0,\"delisted\":0,"
                        + "\"latencyMicrosP99\":0.0,\"noticedWithinMillis\":0}");
    }

    @Test
    void jsonOfOneJailHasTheSameShape() {
        commandLine.type(OPERATOR, "status", "sshd", "--json");

        assertThat(commandLine.json().getAsJsonArray("jails")).hasSize(1);
    }

    @Test
    void aJailThatDoesNotAnswerIsNamedAndTheOthersAreShown() {
        nginx.refusal = Optional.of("nginx does not answer.");

        assertThat(commandLine.type(OPERATOR, "status", "--json")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("The bans of nginx are missing: nginx does not answer.");
        assertThat(commandLine.json().getAsJsonArray("jails")).hasSize(2);
    }

    @Test
    void withoutAConfigurationBundleTheStatusIsStillShown() {
        settings.unbind(files);

        assertThat(commandLine.type(OPERATOR, "status")).isZero();
    }

    @Test
    void textFromOutsideIsDefused() {
        sshd.state = JailState.FAILED;
        sshd.reason = "\u001b[31m<html>\nforged: line";

        commandLine.type(OPERATOR, "status", "sshd");

        assertThat(commandLine.out).contains("|- State: FAILED: \\x1b[31m<html>\\x0aforged: line");
    }
}
