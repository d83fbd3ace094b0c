// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class BannedVerbTest {
    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine = new CommandLine(
            new BannedVerb(new FakeJails(nginx, sshd), Clock.fixed(FakeJail.NOW.plusSeconds(2), ZoneId.of("UTC"))));

    @Test
    void allBansAreListedWithTheTimeThatIsLeft() {
        nginx.banned("192.0.2.7");
        sshd.banned("2001:db8::7");
        sshd.proofs.set(0, dropped(FakeJail.NOW.plusSeconds(1)));
        sshd.proofs.add(Proof.of("log", false, "not logged"));

        assertThat(commandLine.type(OPERATOR, "banned")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "ADDRESS      JAIL   SINCE                UNTIL                COUNT  IN FORCE  LAST DROPPED         LEFT",
                        "192.0.2.7    nginx  2026-11-23 02:00:00  2026-11-23 02:10:00  2      yes       -                  "
                                + "  9 minutes 58 seconds left",
                        "2001:db8::7  sshd   2026-11-23 02:00:00  2026-11-23 02:10:00  2      in part   2026-11-23 02:00:01"
                                + "  9 minutes 58 seconds left");
    }

    private static Proof dropped(Instant last) {
        return new Proof("xt_recent", true, Optional.of(FakeJail.NOW), Optional.of(last), 3, "listed");
    }

    @Test
    void jsonTellsWhatEachActionCanShow() {
        sshd.banned("192.0.2.7");
        sshd.proofs.set(0, dropped(FakeJail.NOW));

        commandLine.type(OPERATOR, "banned", "--json");

        assertThat(commandLine.out)
                .anyMatch(line -> line.contains("\"enforcement\":[{\"action\":\"xt_recent\",\"inForce\":true,"
                        + "\"confirmed\":\"2026-11-23T02:00:00Z\",\"lastDropped\":\"2026-11-23T02:00:00Z\","
                        + "\"droppedLately\":3,\"sentence\":\"listed\"}]"));
    }

    @Test
    void ofANetworkItsOwnBanIsListedAndWhatLiesInItOrAroundIt() {
        nginx.banned("192.0.0.0/16");
        sshd.banned("192.0.2.0/24");
        sshd.banned("192.0.2.7");
        sshd.banned("192.0.3.7");

        assertThat(commandLine.type(OPERATOR, "banned", "192.0.2.0/24")).isZero();
        assertThat(commandLine.out).hasSize(4).noneMatch(line -> line.contains("192.0.3.7"));
        assertThat(commandLine.type(OPERATOR, "banned", "192.0.2.9")).isZero();
        assertThat(commandLine.out).hasSize(3);
        assertThat(commandLine.type(OPERATOR, "banned", "2001:db8::/64")).isEqualTo(1);
        assertThat(commandLine.out).containsExactly("2001:db8::/64 is banned in no jail.");
    }

    @Test
    void anAddressIsLookedForInEveryJail() {
        nginx.banned("192.0.2.7");
        sshd.banned("192.0.2.7");
        sshd.banned("192.0.2.8");

        assertThat(commandLine.type(OPERATOR, "banned", "192.0.2.7")).isZero();
        assertThat(commandLine.out).hasSize(3);
    }

    @Test
    void anAddressThatIsNotBannedEndsWithOne() {
        assertThat(commandLine.type(OPERATOR, "banned", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.out).containsExactly("192.0.2.7 is banned in no jail.");
        assertThat(commandLine.type(OPERATOR, "banned", "192.0.2.7", "--json")).isEqualTo(1);
        assertThat(commandLine.json().getAsJsonArray("banned")).isEmpty();
    }

    @Test
    void nobodyBannedIsNoError() {
        assertThat(commandLine.type(OPERATOR, "banned")).isZero();
        assertThat(commandLine.out).containsExactly("Nobody is banned.");
    }

    @Test
    void aPermanentBanHasNoEndInJson() {
        sshd.ban(
                new BanRequest(Network.parse("192.0.2.7"), Optional.of(BanTime.PERMANENT), "a \u001b[1m", false),
                OPERATOR);

        assertThat(commandLine.type(OPERATOR, "banned", "--json")).isZero();

        JsonObject ban = commandLine.json().getAsJsonArray("banned").get(0).getAsJsonObject();
        assertThat(ban.get("until").isJsonNull()).isTrue();
        assertThat(ban.get("origin").getAsString()).isEqualTo("manual");
        assertThat(ban.get("reason").getAsString()).isEqualTo("a \\x1b[1m");
    }

    @Test
    void aHundredThousandBansAreListedOnALineEach() {
        for (int number = 0; number < 100_000; number++) {
            sshd.banned("10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256);
        }

        assertThat(commandLine.type(OPERATOR, "banned", "--json")).isZero();
        assertThat(commandLine.out).hasSize(100_000 + 4).allMatch(line -> line.length() < 500);
        assertThat(commandLine.type(OPERATOR, "banned")).isZero();
        assertThat(commandLine.out).hasSize(100_001);
    }

    @Test
    void theNewestComeFirstIfAskedFor() {
        sshd.banned("192.0.2.7");
        sshd.ban(new BanRequest(Network.parse("192.0.2.8"), Optional.empty(), "", false), OPERATOR);

        assertThat(commandLine.type(OPERATOR, "banned", "--newest", "1")).isZero();
        assertThat(commandLine.out).hasSize(2);
        assertThat(commandLine.type(OPERATOR, "banned", "--newest", "all")).isEqualTo(2);
    }
}
