// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.filter.FilterCompilerComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as it is typed, with the real compiler. */
class TestRunTest {
    private static final String FAILURE = "2026-11-23 04:15:08 app[7]: login failed for bob from 192.0.2.7";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String standardInput = "";
    private boolean unwanted;

    @BeforeEach
    void define() throws IOException {
        write(
                "etc/filter.d/app.conf",
                "[INCLUDES]\nbefore = common.conf\n[Definition]\n"
                        + "failregex = ^%(prefix)s login <word> for <F-USER>\\S+</F-USER> from <HOST>$\n"
                        + "            ^%(prefix)s <F-NOFAIL>hello</F-NOFAIL> from <HOST>$\n"
                        + "ignoreregex = for monitor from\n[Init]\nword = failed\n");
        write("etc/filter.d/common.conf", "[DEFAULT]\nprefix = \\s*app\\[\\d+\\]:\n");
        write(
                "app.log",
                "# a comment\n" + FAILURE + "\n\n"
                        + "2026-11-23 04:15:09 app[7]: login failed for monitor from 192.0.2.8\n"
                        + "2026-11-23 04:15:10 app[7]: hello from 192.0.2.9\n"
                        + "2026-11-23 04:15:11 app[7]: nothing of interest\n");
    }

    @Test
    void eachLineIsAnObjectInOrderWithTheFieldsOfTheContract() throws Exception {
        assertThat(type("--json", "--timezone", "UTC", "app.log", "app")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .isEqualTo("{\"line\":1,\"outcome\":\"missed\",\"failures\":[]}\n"
                        + "{\"line\":2,\"outcome\":\"failure\",\"failures\":[{\"id\":\"192.0.2.7\",\"host\":\"192.0.2.7\","
                        + "\"time\":\"2026-11-23T04:15:08Z\",\"regex\":1,\"attempts\":1,\"user\":\"bob\","
                        + "\"users\":[\"bob\"],\"fields\":{\"ip4\":\"192.0.2.7\"}}]}\n"
                        + "{\"line\":3,\"outcome\":\"missed\",\"failures\":[]}\n"
                        + "{\"line\":4,\"outcome\":\"ignored\",\"failures\":[]}\n"
                        + "{\"line\":5,\"outcome\":\"nofailure\",\"failures\":[]}\n"
                        + "{\"line\":6,\"outcome\":\"missed\",\"failures\":[]}\n");
    }

    @Test
    void theTextEndsWithTheCountsOfFail2banRegex() throws Exception {
        assertThat(type("app.log", "app")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("Failregex: 3 total\n")
                .contains("|   1) [2] ^\\s*app")
                .contains("|   2) [1] ^\\s*app")
                .contains("Ignoreregex: 1 total\n")
                .contains("[4] ")
                .endsWith("\nLines: 4 lines, 2 ignored, 1 matched, 1 missed\n");
    }

    @Test
    void whatIsOnlyCountedHasTheSameLastLineWithoutALookAtMostLines() throws Exception {
        write("two.log", "nothing at all\n" + FAILURE.replace("login", "logon") + "\n");

        assertThat(type("--count", "app.log", "two.log", "app")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("Log: app.log\nLog: two.log\n")
                .contains("Failregex: 2 total\n")
                .contains("|   1) [1] ^\\s*app")
                .contains("|   2) [1] ^\\s*app")
                .contains("Ignoreregex: 1 total\n")
                .doesNotContain("Date")
                .endsWith("\nLines: 6 lines, 2 ignored, 1 matched, 3 missed\n");
    }

    @Test
    void whatIsOnlyCountedAddsUpToWhatIsSaidOfEachLine() throws Exception {
        Random chance = new Random(11);
        List<String> parts =
                List.of("", "#", FAILURE, "login failed", " for monitor", "app[7]: hello from 192.0.2.9", "\r\n", "\n");
        StringBuilder log = new StringBuilder();
        for (int part = 0; part < 3000; part++) {
            log.append(parts.get(chance.nextInt(parts.size())));
        }
        write("random.log", log.toString());

        type("random.log", "app");
        String counted = lastLine();
        type("--count", "random.log", "app");

        assertThat(lastLine()).isEqualTo(counted).contains(" matched").doesNotContain(" 0 ");
    }

    private String lastLine() {
        return out.toString().substring(out.toString().lastIndexOf("Lines: "));
    }

    @Test
    void regexesWithoutHitsAreShownOnRequest() throws Exception {
        type("some line", "app");
        assertThat(out.toString()).doesNotContain("[0]");

        type("--verbose", "some line", "app");
        assertThat(out.toString()).contains("|   1) [0] ^\\s*app").contains("|   2) [0] ^\\s*app");
    }

    @Test
    void linesAreShownOnRequestTwentyOfThemUnlessAllAreWanted() throws Exception {
        write("many.log", "nothing\n".repeat(25));

        type("--print-missed", "many.log", "app");
        assertThat(out.toString().lines().filter("missed line 20: nothing"::equals))
                .hasSize(1);
        assertThat(out.toString())
                .doesNotContain("missed line 21")
                .contains("5 more missed lines; --print-all-missed shows them");

        type("--print-all-missed", "many.log", "app");
        assertThat(out.toString()).contains("missed line 25: nothing").doesNotContain("more missed");

        type("--print-matched", "--print-ignored", "app.log", "app");
        assertThat(out.toString())
                .contains("matched line 2: " + FAILURE)
                .contains("ignored line 4: ")
                .contains("ignored line 5: ")
                .doesNotContain("missed line");
    }

    @Test
    void anEscapeSequenceInALogReachesNoTerminal() throws Exception {
        write(
                "evil.log",
                "\u001b[2J evil\n2026-11-23 04:15:08 app[7]: login failed for \u001b[1m\u009bé from 192.0.2.7\n");

        type("--print-missed", "evil.log", "app");
        assertThat(out.toString()).doesNotContain("\u001b").contains("missed line 1: \\x1b[2J evil");

        type("--json", "evil.log", "app");
        assertThat(out.toString()).matches("[ -~\n]*");
        assertThat(json().get(1)
                        .getAsJsonArray("failures")
                        .get(0)
                        .getAsJsonObject()
                        .get("user")
                        .getAsString())
                .isEqualTo("\u001b[1m\u009bé");
    }

    @Test
    void noObjectIsLongerThanTheCommandLineLets() throws Exception {
        String user = "\u0001".repeat(60_000);
        write("long.log", "2026-11-23 04:15:08 app[7]: login failed for " + user + " from 192.0.2.7\n");

        type("--json", "long.log", "app");

        assertThat(out.toString()).hasSizeLessThan(64 * 1024);
        assertThat(json().get(0).get("outcome").getAsString()).isEqualTo("failure");
    }

    @Test
    void parametersBelongToTheFilterAlsoWithBlanks() throws Exception {
        type(
                "--json",
                "2026-11-23 04:15:08 app[7]: login denied for bob from 192.0.2.7",
                "app[word=denied, x=\"y z\"]");

        assertThat(json().get(0).get("outcome").getAsString()).isEqualTo("failure");
    }

    @Test
    void foldersAreSearchedInTheirOrderAndThenEtc() throws Exception {
        write("one/app.conf", "[Definition]\nfailregex = ^\\s*first <HOST>$\n");
        write("two/app.conf", "[Definition]\nfailregex = ^\\s*second <HOST>$\n");
        write("two/other.conf", "[Definition]\nfailregex = ^\\s*other <HOST>$\n");

        assertThat(outcome("--filters", "one", "--filters", "two", "first 192.0.2.7", "app"))
                .isEqualTo("failure");
        assertThat(outcome("--filters", "two", "--filters", "one", "first 192.0.2.7", "app"))
                .isEqualTo("missed");
        assertThat(outcome("--filters=one", "--filters=two", "other 192.0.2.7", "other"))
                .isEqualTo("failure");
        assertThat(outcome("--filters", "one", FAILURE, "app")).isEqualTo("missed");
        assertThat(outcome("--filters", "absent", FAILURE, "app")).isEqualTo("failure");
    }

    @Test
    void aLocalFileBesideChangesItsFilterAndMayStandAlone() throws Exception {
        write("etc/filter.d/app.local", "[Init]\nword = refused\n");
        write("etc/filter.d/lone.local", "[Definition]\nfailregex = ^\\s*lone <HOST>$\n");

        assertThat(outcome(FAILURE, "app")).isEqualTo("missed");
        assertThat(outcome(FAILURE.replace("failed", "refused"), "app")).isEqualTo("failure");
        assertThat(outcome("lone 192.0.2.7", "lone")).isEqualTo("failure");
    }

    @Test
    void aFilterMayBeNamedByItsPath() throws Exception {
        write("mine.txt", "[Definition]\nfailregex = ^\\s*mine <HOST>$\n");

        assertThat(outcome(FAILURE, "etc/filter.d/app.conf")).isEqualTo("failure");
        assertThat(outcome(FAILURE, folder.resolve("etc/filter.d/app.conf") + "[word=denied]"))
                .isEqualTo("missed");
        assertThat(outcome("mine 192.0.2.7", "./mine.txt")).isEqualTo("failure");
    }

    @Test
    void aRegexMayStandForTheFilterAndAnIgnoreregexBehindIt() throws Exception {
        assertThat(outcome(FAILURE, "login failed .* from <HOST>$")).isEqualTo("failure");
        assertThat(outcome(FAILURE, "from <ADDR>")).isEqualTo("failure");
        assertThat(outcome(FAILURE, "login failed .* from <HOST>$", "for bob")).isEqualTo("ignored");
        assertThat(outcome(FAILURE, "app", "for bob")).isEqualTo("ignored");
        assertThat(outcome("--regex", "nothing <HOST>", "--regex", "from <HOST>", FAILURE))
                .isEqualTo("failure");
        assertThat(outcome("--regex", "from <HOST>", "--ignoreregex", "for bob", FAILURE))
                .isEqualTo("ignored");
    }

    @Test
    void blanksAroundATypedRegexCount() throws Exception {
        assertThat(outcome("unfrom 192.0.2.7", " from <HOST>")).isEqualTo("missed");
        assertThat(outcome("went from 192.0.2.7", " from <HOST>")).isEqualTo("failure");
    }

    @Test
    void aLogMayBePackedOrComeFromStandardInput() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("app.log.1.gz")))) {
            packed.write((FAILURE + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(outcome("app.log.1.gz", "app")).isEqualTo("failure");

        standardInput = FAILURE;
        assertThat(outcome("-", "app")).isEqualTo("failure");
    }

    @Test
    void severalLogsAreNamedAndEachHasASessionAndNumbersOfItsOwn() throws Exception {
        write("other.log", FAILURE + "\n");

        type("--json", "app.log", "other.log", "app");
        assertThat(json()).hasSize(7);
        assertThat(json().get(6).get("log").getAsString()).isEqualTo("other.log");
        assertThat(json().get(6).get("line").getAsInt()).isEqualTo(1);

        type("app.log", "other.log", "app");
        assertThat(out.toString()).endsWith("\nLines: 5 lines, 2 ignored, 2 matched, 1 missed\n");
    }

    @Test
    void manyCasesRunInOneStartAndAWrongOneStopsNoOther() throws Exception {
        write("cases", "# comment\napp.log\tapp\n'" + FAILURE + "' \"app[word=denied, x=y]\"\napp.log\tapq\nx y z\n");

        assertThat(type("--json", "--cases", "cases")).isEqualTo(ExitCode.FAILED);

        assertThat(json()).hasSize(7);
        assertThat(json().get(0).get("filter").getAsString()).isEqualTo("app");
        assertThat(json().get(0).get("log").getAsString()).isEqualTo("app.log");
        assertThat(json().get(6).get("filter").getAsString()).isEqualTo("app[word=denied, x=y]");
        assertThat(err.toString())
                .contains("there is no filter 'apq'; did you mean app?")
                .contains("the case 'x y z' is not written LOG<TAB>FILTER");
    }

    @Test
    void theClockCanBeFixed() throws Exception {
        type(
                "--json",
                "--now",
                "2026-01-02T00:00:00Z",
                "--timezone",
                "UTC",
                "Jan  1 10:00:00 app[7]: login failed for bob" + " from 192.0.2.7",
                "app");
        assertThat(time()).isEqualTo("2026-01-01T10:00:00Z");

        type("--json", "--now", "2025-12-31T01:00:00+01:00", "app[7]: login failed for bob from 192.0.2.7", "app");
        assertThat(time()).isEqualTo("2025-12-31T00:00:00Z");
    }

    @Test
    void datesWithoutAZoneAreInTheOneThatIsNamedAlsoAsFail2banWritesIt() throws Exception {
        type("--json", "--timezone", "Europe/Berlin", FAILURE, "app");
        assertThat(time()).isEqualTo("2026-11-23T03:15:08Z");

        type("--json", "--TZ", "UTC+0200", FAILURE, "app");
        assertThat(time()).isEqualTo("2026-11-23T02:15:08Z");

        type("--json", "--timezone=GMT-05:30", FAILURE, "app");
        assertThat(time()).isEqualTo("2026-11-23T09:45:08Z");
    }

    @Test
    void messagesOfTheJournalHaveNoDateAndTheFilterIsToldSo() throws Exception {
        write(
                "etc/filter.d/app.conf",
                "[Definition]\nfailregex = <lt_<logtype>/regex>\n[lt_file]\nregex = ^\\s*file <HOST>$\n"
                        + "[lt_journal]\nregex = ^2026-11-23 04:15:08 <HOST>$\n[Init]\nlogtype = file\n");

        type("--json", "--journal", "--now", "2026-11-24T00:00:00Z", "2026-11-23 04:15:08 192.0.2.7", "app");
        assertThat(time()).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(outcome("--journal", "file 192.0.2.7", "app[logtype=file]")).isEqualTo("failure");
    }

    @Test
    void aDatePatternMayReplaceTheFilters() throws Exception {
        type(
                "--json",
                "-d",
                "^%Y%m%d",
                "--timezone",
                "UTC",
                "20261123 app[7]: login failed for bob from 192.0.2.7",
                "app");

        assertThat(time()).isEqualTo("2026-11-23T00:00:00Z");
    }

    @Test
    void whatIsTypedIsIgnoredBesidesWhatTheFilterIgnores() throws Exception {
        type("--ignoreregex", "no such text", "-e", "latin-1", "app.log", "app");

        assertThat(out.toString()).contains("Ignoreregex: 1 total").contains(" 1 matched, ");
    }

    @Test
    void aLongLogIsNotReadToItsEndOnceNobodyWantsToKnow() throws IOException {
        write("endless.log", "nothing\n".repeat(1000));
        unwanted = true;

        assertThatThrownBy(() -> type("--json", "endless.log", "app")).hasMessageStartingWith("broken off");
        assertThat(json()).hasSizeLessThan(1000);
    }

    @Test
    void whatIsWrongIsASentenceWithTheMend() {
        assertThatThrownBy(() -> type("--print-missd", "app.log", "app"))
                .hasMessage("there is no option '--print-missd'; did you mean --print-missed?");
        assertThatThrownBy(() -> type("--now", "soon", "app.log", "app"))
                .hasMessage("--now: 'soon' is no instant; e.g. 2026-11-23T04:15:08Z");
        assertThatThrownBy(() -> type("--timezone", "Mars", "app.log", "app"))
                .hasMessage("--timezone: 'Mars' is no known time zone; e.g. UTC, UTC+0200, GMT-05:30 or Europe/Berlin");
        assertThatThrownBy(() -> type("--encoding", "utf8?", "app.log", "app"))
                .hasMessageStartingWith("--encoding: 'utf8?' is no known character set");
        assertThatThrownBy(() -> type("-e", "utf-16", "app.log", "app"))
                .hasMessageStartingWith("--encoding: 'utf-16' does not write a line end as one byte");
        assertThatThrownBy(() -> type("-o", "row", "app.log", "app"))
                .hasMessage("there is no option '-o'; --json has an object for each line");
        assertThatThrownBy(() -> type("app.log")).hasMessage("the filter is missing behind the log");
        assertThatThrownBy(() -> type("--filters")).hasMessage("the option --filters needs a value");
        assertThatThrownBy(() -> type("app.log", "ap")).hasMessage("there is no filter 'ap'; did you mean app?");
        assertThatThrownBy(() -> type("absent.log", "app"))
                .hasMessage("'absent.log' cannot be read: there is no such file; a single line holds a blank");
        assertThatThrownBy(() -> type("etc", "app")).hasMessage("'etc' cannot be read: it is a folder");
        assertThatThrownBy(() -> type("systemd-journal", "app")).hasMessageContaining("journalctl -o short-iso");
        assertThatThrownBy(() -> type("--json", "--print-missed", "app.log", "app"))
                .hasMessageStartingWith("--json tells of every line");
        assertThatThrownBy(() -> type("--json", "--count", "app.log", "app"))
                .hasMessageStartingWith("--count only counts");
        assertThatThrownBy(() -> type("--count", "--print-missed", "app.log", "app"))
                .hasMessageStartingWith("--count only counts");
        assertThatThrownBy(() -> type("app.log", "login (from <HOST>")).isInstanceOf(CommandException.class);
    }

    @Test
    void aFilterThatDoesNotCompileIsNamedWithItsPlace() throws IOException {
        write("etc/filter.d/wrong.conf", "[Definition]\nfailregex = ^(<HOST>$\n");

        assertThatThrownBy(() -> type("app.log", "wrong"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("wrong.conf:2: failregex");
    }

    private ExitCode type(String... arguments) throws CommandException, IOException {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean json = words.remove("--json");
        TestRun.Surroundings surroundings = new TestRun.Surroundings(
                new FilterCompilerComponent(),
                folder.resolve("etc/filter.d"),
                List.of(),
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                InstantSource.fixed(Instant.parse("2026-11-23T05:00:00Z")),
                () -> 0,
                () -> unwanted);
        CommandCall call = new CommandCall(
                new Caller("alice", "local", Role.ADMINISTRATOR),
                words,
                json,
                folder.toString(),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new TestRun(surroundings, call).run();
    }

    private List<JsonObject> json() {
        return out.toString()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private String outcome(String... arguments) throws CommandException, IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add(0, "--json");
        type(words.toArray(String[]::new));
        return json().get(0).get("outcome").getAsString();
    }

    private String time() {
        return json().get(0)
                .getAsJsonArray("failures")
                .get(0)
                .getAsJsonObject()
                .get("time")
                .getAsString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
