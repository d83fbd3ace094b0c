// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Notice;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.JailState;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
    private static final String ID = Ban.idOf("sshd", Network.parse("192.0.2.7"), Bans.SINCE);

    @Test
    void aBanSaysWhoHowLongAndWhy() {
        assertThat(DecisionJson.line(Bans.banned("192.0.2.7")))
                .isEqualTo("{\"time\":\"2026-11-01T12:00:00.250Z\",\"event\":\"ban\",\"jail\":\"sshd\","
                        + "\"address\":\"192.0.2.7\",\"id\":\"" + ID + "\",\"since\":\"2026-11-01T12:00:00Z\","
                        + "\"until\":\"2026-11-01T12:10:00Z\",\"count\":2,\"failures\":3,\"origin\":\"failures\","
                        + "\"by\":\"bailiff\",\"reason\":\"\",\"restored\":false}");
    }

    @Test
    void anUnbanHasTheIdOfItsBanAndSaysWhoEndedIt() {
        Caller caller = new Caller("alice", "jmx-remote", Role.OPERATOR);

        assertThat(DecisionJson.line(
                        new Decision.Unbanned(Bans.NOW, Bans.ban("192.0.2.7"), UnbanCause.JAIL_REMOVED, caller)))
                .contains("\"event\":\"unban\"", "\"id\":\"" + ID + "\"", "\"cause\":\"jail-removed\"")
                .endsWith("\"by\":\"alice\",\"channel\":\"jmx-remote\"}");
    }

    @Test
    void whatAJailOnlyWouldDoIsCalledSo() {
        Ban ban = Bans.ban("192.0.2.7", BanOrigin.SIMULATED, "");

        assertThat(DecisionJson.line(new Decision.Banned(Bans.NOW, ban, true)))
                .contains("\"event\":\"would-ban\"", "\"origin\":\"simulated\"", "\"restored\":true");
        assertThat(DecisionJson.line(new Decision.Unbanned(Bans.NOW, ban, UnbanCause.EXPIRED, Caller.DAEMON)))
                .contains("\"event\":\"would-unban\"");
    }

    @Test
    void aBanForEverHasNoEnd() {
        Ban ban = new Ban(
                "id",
                "sshd",
                Network.parse("2001:db8::/64"),
                Bans.SINCE,
                Optional.empty(),
                1,
                BanOrigin.MANUAL,
                "alice",
                "enough",
                List.of());

        assertThat(DecisionJson.line(new Decision.Banned(Bans.NOW, ban, false)))
                .contains("\"address\":\"2001:db8::/64\"", "\"until\":null", "\"reason\":\"enough\"", "\"failures\":0");
    }

    @Test
    void noLineOfALogIsInIt() {
        assertThat(DecisionJson.line(Bans.banned("192.0.2.7"))).doesNotContain("hunter2", "Failed password");
    }

    @Test
    void whateverPeopleWroteIsOneLineThatIsSafeToShow() {
        Ban ban = Bans.ban(
                "192.0.2.7", BanOrigin.MANUAL, "<html>\"}\n{\"event\":\"ban\"}\u001b[2J\u202e" + "x".repeat(900));

        String line = DecisionJson.line(new Decision.Banned(Bans.NOW, ban, false));
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();

        assertThat(line).doesNotContain("\n", "\u001b", "\u202e", "<html>").hasSizeLessThan(1000);
        assertThat(json.get("event").getAsString()).isEqualTo("ban");
        assertThat(json.get("reason").getAsString())
                .startsWith("\\x3chtml>\"}\\x0a{")
                .endsWith("…");
    }

    @Test
    void theOthersAreLinesToo() {
        assertThat(DecisionJson.line(
                        new Decision.StateChanged(Bans.NOW, "sshd", JailState.WAITING, "no log\u0007 yet")))
                .endsWith(
                        "\"event\":\"state\",\"jail\":\"sshd\",\"state\":\"WAITING\",\"reason\":\"no log\\\\x07 yet\"}");
        assertThat(DecisionJson.line(new Decision.Noticed(
                        Bans.NOW, "sshd", new Notice(Notice.Kind.LIST_FLUSHED, "the list was emptied"))))
                .endsWith("\"event\":\"notice\",\"jail\":\"sshd\",\"kind\":\"list-flushed\","
                        + "\"message\":\"the list was emptied\"}");
        assertThat(DecisionJson.line(
                        new Decision.SearchCutOff(Bans.NOW, "sshd", new CutOff("failregex", 3, "(a+)+", 8))))
                .endsWith(
                        "\"event\":\"search-cut-off\",\"jail\":\"sshd\",\"key\":\"failregex\",\"number\":3,\"count\":8}");
        assertThat(DecisionJson.line(new Decision.Reloaded(Bans.NOW, 4, "2 jails changed")))
                .endsWith("\"event\":\"reload\",\"revision\":4,\"result\":\"2 jails changed\"}");
        assertThat(DecisionJson.line(new Decision.Lost(Bans.NOW, 17)))
                .isEqualTo("{\"time\":\"2026-11-01T12:00:00.250Z\",\"event\":\"lost\",\"count\":17}");
    }
}
