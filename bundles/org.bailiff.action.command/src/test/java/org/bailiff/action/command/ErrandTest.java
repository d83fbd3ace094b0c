// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.dialect.ActionTags;
import org.bailiff.dialect.CommandLine;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static Errand errand(Ban ban) {
        return new Errand(Event.BAN, "sshd", Optional.of(ban));
    }

    private static Ban hostile() {
        String evil = "\0\n\r\u001b[2J\u202e\"}\ud800' $(reboot) `x` <ip> " + "é".repeat(5000);
        return new Ban(
                "0123456789abcdef",
                "sshd",
                Network.parse("2001:db8::/64"),
                Bans.SINCE,
                Optional.empty(),
                7,
                BanOrigin.MANUAL,
                evil,
                evil,
                Collections.nCopies(60, new Evidence(Bans.SINCE, 2, 1, evil)));
    }

    @Test
    void theEnvironmentTellsOfTheBan() {
        assertThat(errand(Bans.of(7)).environment())
                .containsEntry("BAILIFF_EVENT", "ban")
                .containsEntry("BAILIFF_JAIL", "sshd")
                .containsEntry("BAILIFF_ID", Bans.of(7).id())
                .containsEntry("BAILIFF_ADDRESS", "192.0.2.7")
                .containsEntry("BAILIFF_FAMILY", "inet4")
                .containsEntry("BAILIFF_SINCE", "2026-11-26T08:00:00Z")
                .containsEntry("BAILIFF_UNTIL", "2026-11-26T08:10:00Z")
                .containsEntry("BAILIFF_SECONDS", "600")
                .containsEntry("BAILIFF_COUNT", "1")
                .containsEntry("BAILIFF_FAILURES", "3")
                .containsEntry("BAILIFF_ORIGIN", "failures")
                .containsEntry("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
                .hasSize(16);
    }

    @Test
    void noValueOfTheEnvironmentHoldsWhatMovesACursorOrIsLong() {
        assertThat(errand(hostile()).environment().values())
                .allMatch(value -> value.length() <= 200)
                .allMatch(value -> value.codePoints().noneMatch(Character::isISOControl));
    }

    @Test
    void noLogLineIsInTheEnvironmentOrInArguments() {
        Errand errand = errand(Bans.of(7, "Failed password for mallory"));
        List<String> words = new ArrayList<>(List.of("/bin/x"));
        ActionTags.KNOWN.forEach(tag -> words.add("<" + tag + ">"));

        assertThat(String.join(" ", errand.environment().values())).doesNotContain("mallory");
        assertThat(String.join(" ", errand.words(new CommandLine(words))))
                .doesNotContain("mallory")
                .doesNotContain("<");
    }

    @Test
    void theInputIsOneLineWithAJsonObject() {
        String text = errand(Bans.of(7)).json();

        assertThat(text).endsWith("\n").hasLineCount(1);
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertThat(json.get("event").getAsString()).isEqualTo("ban");
        assertThat(json.get("address").getAsString()).isEqualTo("192.0.2.7");
        assertThat(json.get("id").getAsString()).isEqualTo(Bans.of(7).id());
        assertThat(json.getAsJsonArray("evidence")
                        .get(0)
                        .getAsJsonObject()
                        .get("line")
                        .getAsString())
                .isEqualTo("Failed password for root from 192.0.2.7");
    }

    @Test
    void hostileLinesAreEscapedAndBounded() {
        String text = errand(hostile()).json();

        assertThat(text).hasLineCount(1).hasSizeLessThan(65_536);
        assertThat(text.strip().codePoints().noneMatch(Character::isISOControl)).isTrue();
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertThat(json.get("until").isJsonNull()).isTrue();
        assertThat(json.getAsJsonArray("evidence")).hasSize(50);
        assertThat(json.get("evidenceOmitted").getAsInt()).isEqualTo(10);
        assertThat(json.getAsJsonArray("evidence")
                        .get(0)
                        .getAsJsonObject()
                        .get("line")
                        .getAsString())
                .startsWith("\\x00\\x0a\\x0d\\x1b[2J\\u{202e}\"}")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void aStartIsAboutNobody() {
        Errand start = new Errand(Event.START, "sshd", Optional.empty());

        assertThat(start.json()).isEqualTo("{\"event\":\"start\",\"jail\":\"sshd\"}\n");
        assertThat(start.environment()).doesNotContainKey("BAILIFF_ID");
        assertThat(start.words(new CommandLine(List.of("/bin/x", "[<ip>]", "<jail>", "<event>"))))
                .containsExactly("/bin/x", "[]", "sshd", "start");
    }

    @Test
    void tagsHaveFail2bansMeaning() {
        assertThat(errand(Bans.of(7))
                        .words(new CommandLine(
                                List.of("/bin/x", "<ip> <failures> <time> <bantime> <bancount>", "<family>"))))
                .containsExactly(
                        "/bin/x",
                        "192.0.2.7 3 " + Instant.parse("2026-11-26T08:00:00Z").getEpochSecond() + " 600 1",
                        "inet4");
        assertThat(errand(hostile()).words(new CommandLine(List.of("/bin/x", "<bantime>", "<family>"))))
                .containsExactly("/bin/x", "-1", "inet6");
    }

    @Test
    void whatIsKeptOfABanIsReadAgain() {
        Ban ban = Bans.of(7);

        assertThat(BanJson.read(BanJson.of(ban, 10))).isEqualTo(ban);
        assertThat(BanJson.read(BanJson.of(hostile(), 10)).evidence()).hasSize(10);
    }
}
