// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.action.Proof;
import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.junit.jupiter.api.Test;

class WhyVerbTest {
    private static final Evidence FIRST = new Evidence(
            FakeJail.NOW.minusSeconds(70),
            3,
            1,
            "Nov 23 01:58:50 gate sshd[1]: Invalid user Secret123 from 192.0.2.7 port 1");
    private static final Evidence SECOND = new Evidence(
            FakeJail.NOW.minusSeconds(60),
            4,
            2,
            "Nov 23 01:59:00 gate sshd[1]: \u001b[2J <html> from 192.0.2.7\nforged");

    private final FakeJail nginx = new FakeJail("nginx");
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine = new CommandLine(
            new WhyVerb(new FakeJails(nginx, sshd), Clock.fixed(FakeJail.NOW.plusSeconds(2), ZoneId.of("UTC"))));

    @Test
    void aBanIsExplainedFromItsLinesToItsEnd() {
        sshd.banned("192.0.2.7", FIRST, SECOND);
        sshd.pastBans = 1;
        sshd.lastBanEnded = Optional.of(FakeJail.NOW.minusSeconds(3600));

        assertThat(commandLine.type(ADMINISTRATOR, "why", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "sshd: 192.0.2.7 is banned.",
                        "  Since:         2026-11-23 02:00:00, for the 2nd time",
                        "  Until:         2026-11-23 02:10:00 (9 minutes 58 seconds left)",
                        "  Because of:    3 failures within 10 seconds",
                        "    2026-11-23 01:58:50 (regex 3) "
                                + "Nov 23 01:58:50 gate sshd[1]: Invalid user Secret123 from 192.0.2.7 port 1",
                        "    2026-11-23 01:59:00 (regex 4, 2 attempts) "
                                + "Nov 23 01:59:00 gate sshd[1]: \\x1b[2J <html> from 192.0.2.7\\x0aforged",
                        "  Enforced:      xt_recent: the list bailiff-sshd holds it",
                        "  Counted now:   0 of 5 failures within 10 minutes",
                        "  Banned before: once, the last ban ended 2026-11-23 01:00:00",
                        "  Next:          'bailiff unban sshd 192.0.2.7' lets it in; 'bailiff ignore add 192.0.2.7' keeps it"
                                + " from being banned again.");
    }

    @Test
    void whatTheSystemShowsIsToldWithItsMoments() {
        sshd.banned("192.0.2.7");
        Optional<Instant> since = Optional.of(FakeJail.NOW);
        Optional<Instant> last = Optional.of(FakeJail.NOW.plusSeconds(1));
        sshd.proofs.set(0, new Proof("xt_recent", true, since, last, 3, "in bailiff-sshd\u001b[2J"));

        commandLine.type(OPERATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .containsSubsequence(
                        "  Enforced:      xt_recent: in bailiff-sshd\\x1b[2J",
                        "    Proof: read back since 2026-11-23 02:00:00; last packet dropped at 2026-11-23 02:00:01");

        commandLine.type(OPERATOR, "why", "192.0.2.7", "--json");
        JsonObject jail = commandLine.json().getAsJsonArray("jails").get(0).getAsJsonObject();
        assertThat(jail.getAsJsonArray("enforcement").get(0).toString())
                .isEqualTo("{\"action\":\"xt_recent\",\"inForce\":true,\"confirmed\":\"2026-11-23T02:00:00Z\","
                        + "\"lastDropped\":\"2026-11-23T02:00:01Z\",\"droppedLately\":3,"
                        + "\"sentence\":\"in bailiff-sshd\\\\x1b[2J\"}");
    }

    @Test
    void whatIsNotProvenOrNotEnforcedIsSaidSo() {
        sshd.banned("192.0.2.7");
        Optional<Instant> since = Optional.of(FakeJail.NOW);
        sshd.proofs.set(0, new Proof("xt_recent", true, since, Optional.empty(), 0, "no packet dropped yet"));
        sshd.proofs.add(Proof.of("log", false, "not logged"));

        commandLine.type(OPERATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .containsSubsequence(
                        "  Enforced:      xt_recent: no packet dropped yet",
                        "    Proof: read back since 2026-11-23 02:00:00",
                        "  Not enforced:  log: not logged");
    }

    @Test
    void anAddressThatSomebodyElseKeepsOutIsNoStranger() {
        sshd.strange = true;

        commandLine.type(OPERATOR, "why", "203.0.113.9");

        assertThat(commandLine.out)
                .contains(
                        "sshd: 203.0.113.9 is not banned.",
                        "  Enforced:      xt_recent: the list bailiff-sshd holds it");
    }

    @Test
    void anAddressThatIsKeptOutWithItsNetworkIsSaidSo() {
        sshd.banned("192.0.2.0/24", FIRST);

        commandLine.type(OPERATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .startsWith("sshd: 192.0.2.7 is banned with its network 192.0.2.0/24.")
                .contains("    2026-11-23 01:58:50 (regex 3) sshd: *** 192.0.2.0/24 ***");
        assertThat(commandLine.out)
                .last()
                .asString()
                .startsWith("  Next:          'bailiff unban sshd 192.0.2.0/24' lets it");
    }

    @Test
    void aBanSaysWhereItComesFrom() {
        assertThat(origin(BanOrigin.ADOPTED, ""))
                .contains("  By:            somebody else, who put it into the kernel list; taken over from there");
        assertThat(origin(BanOrigin.NEIGHBOURS, "8 of its addresses were banned"))
                .contains("  By:            the daemon: 8 of its addresses were banned");
        assertThat(origin(BanOrigin.MANUAL, "too\nloud")).contains("  By:            alice: too\\x0aloud");
    }

    private List<String> origin(BanOrigin origin, String reason) {
        Ban found = sshd.banned("192.0.2.7");
        sshd.bans.put(
                found.target(),
                new Ban(
                        found.id(),
                        found.jail(),
                        found.target(),
                        found.since(),
                        found.until(),
                        1,
                        origin,
                        "alice",
                        reason,
                        List.of()));
        commandLine.type(OPERATOR, "why", "192.0.2.7");
        return List.copyOf(commandLine.out);
    }

    @Test
    void anOperatorSeesNoLogText() {
        sshd.banned("192.0.2.7", FIRST, SECOND);
        sshd.counted.add(FIRST);

        commandLine.type(OPERATOR, "why", "192.0.2.7");
        assertThat(commandLine.out)
                .contains("    2026-11-23 01:58:50 (regex 3) sshd: *** 192.0.2.7 ***")
                .noneMatch(line -> line.contains("Secret123"));

        commandLine.type(OPERATOR, "why", "192.0.2.7", "--json");
        assertThat(commandLine.out).noneMatch(line -> line.contains("Secret123"));
    }

    @Test
    void ofALineThatWasNotKeptNobodySeesAPretence() {
        sshd.counted.add(new Evidence(FIRST.time(), 3, 1, ""));

        commandLine.type(OPERATOR, "why", "192.0.2.7");
        assertThat(commandLine.out).contains("    2026-11-23 01:58:50 (regex 3) (line not kept)");

        commandLine.type(OPERATOR, "why", "192.0.2.7", "--json");
        assertThat(String.join("", commandLine.out)).contains("\"line\":\"\"");
    }

    @Test
    void failuresThatDoNotBanYetAreCounted() {
        sshd.counted.add(FIRST);
        sshd.counted.add(SECOND);

        commandLine.type(ADMINISTRATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .startsWith("sshd: 192.0.2.7 is not banned.", "  Counted now:   3 of 5 failures within 10 minutes")
                .endsWith("  Next:          2 more failures ban it.");
    }

    @Test
    void anIgnoredAddressIsNeverBanned() {
        sshd.ignored = Optional.of("192.0.2.0/24");

        commandLine.type(OPERATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .contains("  Ignored:       192.0.2.0/24")
                .endsWith("  Next:          it is never banned as long as it is ignored for that.");
    }

    @Test
    void aBannedAddressThatIsIgnoredByNowNeedsNoEntryMore() {
        sshd.banned("192.0.2.7");
        sshd.ignored = Optional.of("ignoreself: loopback");

        commandLine.type(OPERATOR, "why", "192.0.2.7");

        assertThat(commandLine.out)
                .endsWith("  Next:          'bailiff unban sshd 192.0.2.7' lets it in; it is ignored, and so not banned"
                        + " again.");
    }

    @Test
    void anAddressThatNobodyKnowsIsOneSentence() {
        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .containsExactly("No jail has a ban, a failure or an ignore list entry of 192.0.2.7.");
    }

    @Test
    void aJailThatDoesNotAnswerIsNamedAndTheOthersExplain() {
        nginx.refusal = Optional.of("it is busy.");
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.7")).isEqualTo(1);
        assertThat(commandLine.err).containsExactly("nginx does not say: it is busy.");
        assertThat(commandLine.out).first().isEqualTo("sshd: 192.0.2.7 is banned.");
    }

    @Test
    void jsonHoldsTheSame() {
        sshd.banned("192.0.2.7", SECOND);
        sshd.counted.add(FIRST);

        commandLine.type(ADMINISTRATOR, "why", "192.0.2.7", "--json");

        JsonObject jail = commandLine.json().getAsJsonArray("jails").get(0).getAsJsonObject();
        assertThat(jail.getAsJsonObject("ban").get("until").getAsString()).isEqualTo("2026-11-23T02:10:00Z");
        assertThat(jail.getAsJsonObject("ban")
                        .getAsJsonArray("lines")
                        .get(0)
                        .getAsJsonObject()
                        .get("line")
                        .getAsString())
                .isEqualTo("Nov 23 01:59:00 gate sshd[1]: \\x1b[2J <html> from 192.0.2.7\\x0aforged");
        assertThat(jail.getAsJsonArray("lines")
                        .get(0)
                        .getAsJsonObject()
                        .get("regex")
                        .getAsInt())
                .isEqualTo(3);
        assertThat(jail.get("ignored").isJsonNull()).isTrue();
    }

    @Test
    void aWordThatIsNoAddressIsASentence() {
        assertThat(commandLine.type(OPERATOR, "why", "localhost")).isEqualTo(1);
        assertThat(commandLine.err)
                .containsExactly(
                        "'localhost' is neither an address nor a network; e.g. 192.0.2.7, 192.0.2.0/24 or 2001:db8::/64.");
    }

    @Test
    void aBanThatWaitsSaysWhatItWaitsFor() {
        sshd.counted.add(FIRST);
        sshd.waiting = Optional.of("bans wait, because all jails have made 10 within 60 s");

        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.7")).isZero();
        assertThat(commandLine.out)
                .startsWith(
                        "sshd: 192.0.2.7 is to be banned, and the ban waits.",
                        "  Waits:         bans wait, because all jails have made 10 within 60 s")
                .endsWith(
                        "  Next:          it is asked for again every few seconds; 'bailiff ban sshd 192.0.2.7' bans it"
                                + " now.");
        commandLine.type(OPERATOR, "why", "192.0.2.7", "--json");
        assertThat(commandLine.out).anyMatch(line -> line.contains("\"waiting\":\"bans wait, because all"));
    }

    @Test
    void ofANetworkItsBanAndThoseInItAreTold() {
        sshd.banned("192.0.2.0/24");
        sshd.banned("192.0.2.7");
        sshd.banned("192.0.3.7");

        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.0/24")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "sshd: 192.0.2.0/24 is banned.",
                        "  Since:         2026-11-23 02:00:00, for the 2nd time",
                        "  Until:         2026-11-23 02:10:00 (9 minutes 58 seconds left)",
                        "  Enforced:      xt_recent: the list bailiff-sshd holds it",
                        "  Banned in it:  1 target",
                        "    192.0.2.7, until 2026-11-23 02:10:00",
                        "  Next:          'bailiff unban sshd 192.0.2.0/24' lets the network in, but for those with a ban"
                                + " of their own.");
    }

    @Test
    void ofANetworkThatIsNotBannedThoseInItAreTold() {
        for (int host = 1; host <= 22; host++) {
            sshd.banned("192.0.2." + host);
        }

        assertThat(commandLine.type(OPERATOR, "why", "192.0.2.0/24")).isZero();
        assertThat(commandLine.out)
                .startsWith("sshd: 192.0.2.0/24 is not banned as a whole.", "  Banned in it:  22 targets")
                .contains("    and 2 more: 'bailiff banned 192.0.2.0/24'")
                .hasSize(24);
        assertThat(commandLine.type(OPERATOR, "why", "198.51.100.0/24")).isZero();
        assertThat(commandLine.out).containsExactly("No jail has a ban of 198.51.100.0/24 or of an address in it.");
    }
}
