// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String BANNED = "{\"banned\": [{\"address\":\"2001:db8::7\",\"jail\":\"sshd\","
            + "\"since\":\"2026-11-23T01:59:00Z\",\"until\":null,\"enforcement\":[{\"x\":1.5e3}]},"
            + "{\"address\":\"192.0.2.7\",\"jail\":\"sshd\",\"since\":\"2026-11-23T01:58:00Z\","
            + "\"until\":\"2026-11-23T02:10:05Z\"}]}";

    private final Picture picture = new Picture(ZoneOffset.UTC);

    @Test
    void aPictureHasTheDaemonTheBusiestJailsAndTheNewestBans() {
        Sample before = sample(0, "2026-11-22T22:00:00Z", 100, 10, 1);
        Sample now = sample(2_000_000_000L, "2026-11-22T22:00:00Z", 300, 13, 2);

        assertThat(picture.of(now, Optional.of(before), NOW, new Picture.Size(100, 24)))
                .containsExactly(
                        "Bailiff 1.2  RUNNING  up 4h 0m   2 jails   2 banned   100 lines/s   02:00:00",
                        "",
                        "JAIL                     STATE         LINES/S FAILURES/S   BANS/S   FAILED   BANNED",
                        "sshd                     ACTIVE            100        1.5      0.5        3        2",
                        "nginx                    PAUSED              0          0        0        0        0",
                        "",
                        "NEWEST BANS                              SINCE     LEFT        JAIL",
                        "2001:db8::7                              01:59:00  for ever    sshd",
                        "192.0.2.7                                01:58:00  10m 5s      sshd");
    }

    @Test
    void aDaemonThatWasStartedAnewHasNoRatesYet() {
        Sample before = sample(0, "2026-11-22T22:00:00Z", 100, 10, 1);
        Sample now = sample(1_000_000_000L, "2026-11-23T01:59:59Z", 300, 13, 2);

        assertThat(new Rates(now, Optional.of(before)).lines(now.jails().get("sshd")))
                .isZero();
    }

    @Test
    void aCountThatBeganAnewGrewByAllOfIt() {
        Sample before = sample(0, "2026-11-22T22:00:00Z", 100, 10, 1);
        Sample now = sample(1_000_000_000L, "2026-11-22T22:00:00Z", 30, 10, 1);

        assertThat(new Rates(now, Optional.of(before)).lines(now.jails().get("sshd")))
                .isCloseTo(30, within(0.001));
    }

    @Test
    void aSmallTerminalGetsASmallPicture() {
        Sample now = sample(0, "2026-11-22T22:00:00Z", 100, 10, 1);

        List<String> lines = picture.of(now, Optional.empty(), NOW, new Picture.Size(30, 8));

        assertThat(lines).hasSizeLessThanOrEqualTo(8).contains("and 2 jails more");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void withoutATerminalItPrintsPicturesAndEnds() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Top top = new Top(TopTest::answer, new PrintStream(out, true, StandardCharsets.UTF_8), () -> NOW);

        assertThat(top.run(List.of("--interval", "0.2", "--count=2"), false)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("Bailiff 1.2")))
                .hasSize(2);

        out.reset();
        assertThat(top.run(List.of("--json", "--interval", "0.2"), true)).isZero();
        assertThat(JsonReader.read(out.toString(StandardCharsets.UTF_8)))
                .containsEntry("state", "RUNNING")
                .containsEntry("time", "2026-11-23T02:00:00Z");
    }

    @Test
    void withoutADaemonAndATerminalItSaysSo() {
        Top top = new Top(
                (verb, arguments) -> {
                    throw new LaunchException(3, "bailiff is not running");
                },
                System.out,
                () -> NOW);

        assertThatThrownBy(() -> top.run(List.of(), false)).hasMessage("bailiff is not running");
        assertThat(picture.waiting("no socket", NOW, new Picture.Size(80, 24)))
                .containsExactly("Bailiff is not running; waiting   02:00:00", "no socket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--interval=0.1", "--interval=soon", "--interval", "--count=0", "--fast", "--count=1e3"})
    void whatIsNoOptionIsRefused(String option) {
        assertThatThrownBy(() -> TopOptions.parse(List.of(option)))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitStatus()).isEqualTo(2));
    }

    @Test
    void jsonIsReadAndWhatIsNoneIsRefused() {
        assertThat(JsonReader.read("{\"a\": \"\\u0041\\\"\\n\", \"b\": [1.5, true, null, {}]}"))
                .containsEntry("a", "A\"\n")
                .containsEntry("b", Arrays.asList(1.5, true, null, Map.of()));
        assertThatThrownBy(() -> JsonReader.read("pong")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonReader.read("{\"a\": [")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonReader.read("{\"a\": " + "[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String answer(String verb, List<String> arguments) {
        return verb.equals("stats") ? stats("2026-11-22T22:00:00Z", 1, 1, 1) : BANNED;
    }

    private static Sample sample(long nanos, String startedAt, int lines, int failures, int bans) {
        return Sample.of(nanos, stats(startedAt, lines, failures, bans), BANNED);
    }

    private static String stats(String startedAt, int lines, int failures, int bans) {
        return "{\n  \"daemon\": {\"state\": \"RUNNING\", \"reason\": \"\", \"version\": \"1.2\", \"startedAt\": \""
                + startedAt + "\"},\n  \"jails\": [" + jail("nginx", "PAUSED", 0, 0, 0, 0) + ", "
                + jail("sshd", "ACTIVE", 3, failures, bans, lines) + "\n  ]\n}\n";
    }

    private static String jail(String name, String state, int failed, int failures, int bans, int lines) {
        return "{\"name\": \"" + name + "\", \"state\": \"" + state + "\", \"currentlyFailed\": " + failed
                + ", \"totalFailed\": " + failures + ", \"currentlyBanned\": " + bans + ", \"totalBanned\": " + bans
                + ", \"linesRead\": " + lines + "}";
    }
}
