// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.FilterRules;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.jail.LineExplanation.Consequence;
import org.bailiff.api.jail.LineExplanation.Passage;
import org.bailiff.api.jail.LineExplanation.Verdict;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class ExplainVerbTest {
    private static final String LINE = "Nov 23 02:00:00 gate sshd[1]: failed for Secret123 from 192.0.2.7";
    private static final FilterRules RULES = new FilterRules(
            Optional.of("^gate"),
            List.of("one", "two", "three", "from <HOST>"),
            List.of("friend"),
            List.of("^%b %d"),
            List.of(),
            1);
    private static final Trace.Search PREFIX = search("prefregex", 1, Trace.Outcome.MATCHED, Map.of("content", "x"));
    private static final Trace.Search HIT =
            search("failregex", 4, Trace.Outcome.MATCHED, Map.of("ip4", "192.0.2.7", "user", "Secret123"));

    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine =
            new CommandLine(new ExplainVerb(new FakeJails(nginx, sshd), Clock.fixed(FakeJail.NOW, ZoneId.of("UTC"))));

    private static Trace.Search search(String key, int number, Trace.Outcome outcome, Map<String, String> captures) {
        return new Trace.Search(key, number, outcome, captures, 10 * number);
    }

    private static List<Trace.Search> searches(Trace.Search last) {
        List<Trace.Search> searches = new ArrayList<>(List.of(PREFIX));
        for (int number = 1; number <= 3; number++) {
            searches.add(search("failregex", number, Trace.Outcome.MISSED, Map.of()));
        }
        searches.add(last);
        searches.add(search("ignoreregex", 1, Trace.Outcome.MISSED, Map.of()));
        return searches;
    }

    private static Trace trace(Match match, List<Trace.Search> searches) {
        return new Trace(
                Optional.of(new Trace.Date(1, "Nov 23 02:00:00")),
                FakeJail.NOW.minusSeconds(5),
                " gate sshd[1]: failed\n",
                searches,
                searches.stream().mapToInt(Trace.Search::steps).sum(),
                match);
    }

    private static LineExplanation explanation(Trace trace, Consequence... consequences) {
        return new LineExplanation("sshd", FakeJail.NOW, Optional.of(new Passage(RULES, trace)), List.of(consequences));
    }

    private static Failure failure(String host) {
        return new Failure(
                host,
                Optional.of(host),
                Address.tryParse(host),
                FakeJail.NOW.minusSeconds(5),
                1,
                1,
                List.of("Secret123"),
                Map.of("port", "22"),
                4);
    }

    private void sshdSays(Verdict verdict, int attempts) {
        sshdSays(new Consequence(
                failure("192.0.2.7"), verdict, attempts, 5, Optional.empty(), Optional.empty(), List.of()));
    }

    private void sshdSays(Consequence consequence) {
        Match match = new Match.Found(List.of(consequence.failure()));
        sshd.explainedLine = Optional.of(explanation(trace(match, searches(HIT)), consequence));
    }

    @Test
    void aLineIsExplainedFromItsDateToTheVerdict() {
        sshdSays(Verdict.COUNTED, 3);

        assertThat(commandLine.type(ADMINISTRATOR, "explain", "sshd", LINE)).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "sshd",
                        "|- State: ACTIVE",
                        "|- Filter: sshd",
                        "|- Date: Nov 23 02:00:00, by pattern 1: ^%b %d",
                        "|- Time: 2026-11-23 01:59:55, as the line says",
                        "|- Text:  gate sshd[1]: failed",
                        "|- prefregex: matched, 10 steps: ^gate -> content=x",
                        "|- failregex 1 to 3: missed",
                        "|- failregex 4: matched, 40 steps: from <HOST> -> ip4=192.0.2.7, user=Secret123",
                        "|- ignoreregex 1: missed, 10 steps: friend",
                        "|- Failure: 192.0.2.7, user Secret123, 1 attempt, by regex 4",
                        "|- Ignore list: no entry",
                        "|- Count: 3 of 5 within 10 minutes",
                        "`- Verdict: it counts; 2 more within 10 minutes ban 192.0.2.7 for 10 minutes");
    }

    @Test
    void anOperatorSeesOfTheLineTimeAddressAndRegexNumberAlone() {
        sshdSays(Verdict.COUNTED, 4);

        commandLine.type(OPERATOR, "explain", "sshd", LINE);
        assertThat(commandLine.out)
                .noneMatch(line -> line.contains("Secret123") || line.contains("gate sshd"))
                .contains(
                        "|- Text: ***",
                        "|- Date: ***, by pattern 1: ^%b %d",
                        "|- failregex 4: matched, 40 steps: from <HOST> -> ip4=192.0.2.7, user=***",
                        "|- Failure: 192.0.2.7, user ***, 1 attempt, by regex 4",
                        "`- Verdict: it counts; one more within 10 minutes bans 192.0.2.7 for 10 minutes");

        commandLine.type(OPERATOR, "explain", "sshd", "another line", "--json");
        assertThat(commandLine.out).noneMatch(line -> line.contains("Secret123") || line.contains("gate sshd"));
    }

    @Test
    void aNameThatALineNamesAsItsHostIsMaskedToo() {
        sshdSays(new Consequence(
                failure("secret.example"), Verdict.NO_ADDRESS, 0, 5, Optional.empty(), Optional.empty(), List.of()));

        commandLine.type(OPERATOR, "explain", "sshd", LINE);
        assertThat(commandLine.out)
                .noneMatch(line -> line.contains("secret.example"))
                .endsWith("`- Verdict: nothing: *** is no address, and names are not looked up");
    }

    @Test
    void eachVerdictIsASentence() {
        sshdSays(Verdict.BANNED, 5);
        assertThat(verdict()).isEqualTo("`- Verdict: it bans 192.0.2.7 for 10 minutes");

        sshdSays(new Consequence(
                failure("192.0.2.7"),
                Verdict.ALREADY_BANNED,
                0,
                5,
                Optional.empty(),
                Optional.of(sshd.banned("192.0.2.7")),
                List.of(Proof.of("xt_recent", true, "the list holds it"))));
        assertThat(verdict()).isEqualTo("`- Verdict: 192.0.2.7 is banned already, until 2026-11-23 02:10:00");
        assertThat(commandLine.out).contains("|- Enforced: xt_recent: the list holds it");

        sshdSays(new Consequence(
                failure("192.0.2.7"),
                Verdict.IGNORED,
                0,
                5,
                Optional.of("ignoreip 192.0.2.0/24"),
                Optional.empty(),
                List.of()));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing: 192.0.2.7 is never banned, for ignoreip 192.0.2.0/24");

        sshdSays(Verdict.PAST_BAN, 0);
        assertThat(verdict()).isEqualTo("`- Verdict: it does not count: 192.0.2.7 was banned at that time");
    }

    @Test
    void whatKeepsTheVerdictFromBeingCarriedOutIsSaid() {
        sshdSays(Verdict.BANNED, 5);

        sshd.state = JailState.SIMULATING;
        assertThat(verdict()).endsWith("; the jail simulates, so that nobody is kept out");

        sshd.state = JailState.WAITING;
        sshd.reason = "there is no log";
        assertThat(verdict()).endsWith("; but the jail is WAITING: there is no log");

        sshd.state = JailState.ACTIVE;
        sshd.actions.add(new ActionStatus(
                "xt_recent",
                ActionStatus.State.WAITING,
                "the list is missing",
                ActionStatus.Entries.NONE,
                ActionStatus.Totals.NONE));
        assertThat(verdict()).endsWith("; but xt_recent is WAITING: the list is missing");
    }

    @Test
    void aLineWithoutAFailureSaysWhy() {
        sshd.explainedLine = Optional.of(explanation(trace(new Match.Missed(), List.of())));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing: no failregex matches");

        Trace.Search cut = search("failregex", 4, Trace.Outcome.CUT_OFF, Map.of());
        sshd.explainedLine = Optional.of(explanation(trace(new Match.Missed(), searches(cut))));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing: no regex matches, or those that might were cut off");
        assertThat(commandLine.out)
                .contains("|- failregex 4: cut off, for it took too long, and so found nothing, 40 steps: from <HOST>");

        sshd.explainedLine = Optional.of(explanation(trace(new Match.Ignored(1), searches(HIT))));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing: ignoreregex 1 vetoes it");

        sshd.explainedLine = Optional.of(explanation(trace(new Match.Helper(4, false), searches(HIT))));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing by itself");
        assertThat(commandLine.out).contains("|- Session: regex 4 only tells something of it");

        sshd.explainedLine = Optional.of(explanation(trace(new Match.Helper(4, true), searches(HIT))));
        assertThat(verdict()).isEqualTo("`- Verdict: nothing by itself");
        assertThat(commandLine.out)
                .contains(
                        "|- Session: regex 4 finds a failure in it, which counts as soon as a line of it tells whose");

        sshd.explainedLine = Optional.empty();
        sshd.state = JailState.DISABLED;
        assertThat(verdict()).isEqualTo("`- Verdict: nothing: the jail looks at no line now");
    }

    @Test
    void aJailWithoutALineIsNoLine() {
        assertThat(commandLine.type(ADMINISTRATOR, "explain", "sshd")).isEqualTo(2);
        assertThat(commandLine.err).first().asString().contains("sshd is a jail");
    }

    @Test
    void theTimeSaysWhereItComesFrom() {
        assertThat(time(Optional.empty(), FakeJail.NOW))
                .isEqualTo("|- Time: 2026-11-23 02:00:00, now, for the line has none");
        assertThat(time(Optional.empty(), FakeJail.NOW.minusSeconds(54)))
                .isEqualTo("|- Time: 2026-11-23 01:59:06, that of the line before, for this has none");
        assertThat(time(Optional.of(new Trace.Date(1, "Nov 22")), FakeJail.NOW))
                .isEqualTo("|- Time: 2026-11-23 02:00:00, now, for the line's own is over 60 seconds off");
        assertThat(time(Optional.of(new Trace.Date(0, "")), FakeJail.NOW)).isEqualTo("|- Time: 2026-11-23 02:00:00");
        assertThat(commandLine.out).contains("|- Date: none is looked for, its source knows the time");
    }

    @Test
    void ofAllJailsThoseThatFindNothingAreOnlyNamed() {
        sshdSays(Verdict.COUNTED, 3);

        assertThat(commandLine.type(ADMINISTRATOR, "explain", LINE)).isZero();
        assertThat(commandLine.out)
                .startsWith("sshd")
                .endsWith("Nothing to: nginx; 'bailiff explain JAIL LINE' shows why.")
                .doesNotContain("nginx");
    }

    @Test
    void aJailThatDoesNotAnswerHidesNoOther() {
        sshdSays(Verdict.COUNTED, 3);
        nginx.refusal = Optional.of("jail nginx did not answer");

        assertThat(commandLine.type(ADMINISTRATOR, "explain", LINE)).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("nginx does not say: jail nginx did not answer");
        assertThat(commandLine.out).startsWith("sshd");
    }

    @Test
    void jsonHasEachStep() {
        sshdSays(Verdict.COUNTED, 3);

        assertThat(commandLine.type(ADMINISTRATOR, "explain", "sshd", LINE, "--json"))
                .isZero();

        JsonObject jail = commandLine.json().getAsJsonArray("jails").get(0).getAsJsonObject();
        assertThat(jail.get("outcome").getAsString()).isEqualTo("failure");
        assertThat(jail.get("time").getAsString()).isEqualTo("2026-11-23T01:59:55Z");
        assertThat(jail.getAsJsonArray("searches")).hasSize(6);
        assertThat(jail.getAsJsonArray("searches").get(4).toString())
                .isEqualTo("{\"key\":\"failregex\",\"number\":4,\"outcome\":\"matched\",\"steps\":40,"
                        + "\"captures\":{\"ip4\":\"192.0.2.7\",\"user\":\"Secret123\"}}");
        assertThat(jail.getAsJsonArray("failures").get(0).toString())
                .isEqualTo("{\"id\":\"192.0.2.7\",\"host\":\"192.0.2.7\",\"time\":\"2026-11-23T01:59:55Z\",\"regex\":4,"
                        + "\"attempts\":1,\"users\":[\"Secret123\"],\"verdict\":\"counted\",\"counted\":3,\"maxRetry\":5,"
                        + "\"ignored\":null,\"bannedUntil\":null,\"enforcement\":[]}");
    }

    @Test
    void aLineThatIsNotQuotedOrIsNoneIsSaidSo() {
        assertThat(commandLine.type(ADMINISTRATOR, "explain")).isEqualTo(2);
        assertThat(commandLine.type(ADMINISTRATOR, "explain", "Nov", "23", "02:00:00"))
                .isEqualTo(2);
        assertThat(commandLine.err).startsWith("The line is one word for the shell: put it in quotes.");
        assertThat(commandLine.type(ADMINISTRATOR, "explain", "one\ntwo")).isEqualTo(1);
        assertThat(commandLine.type(ADMINISTRATOR, "explain", "sshx", LINE)).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("There is no jail 'sshx'; did you mean sshd?");
    }

    private String verdict() {
        commandLine.type(ADMINISTRATOR, "explain", "sshd", LINE);
        return commandLine.out.get(commandLine.out.size() - 1);
    }

    private String time(Optional<Trace.Date> date, Instant time) {
        sshd.explainedLine = Optional.of(explanation(new Trace(date, time, "text", List.of(), 0, new Match.Missed())));
        commandLine.type(ADMINISTRATOR, "explain", "sshd", LINE);
        return commandLine.out.stream()
                .filter(line -> line.startsWith("|- Time"))
                .findFirst()
                .orElseThrow();
    }
}
