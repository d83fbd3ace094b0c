// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.BanTime;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that count for something else than their address, and bans that something else has a word in. */
class CountingTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private BanGate.Verdict verdict = BanGate.Verdict.BAN;

    private Decisions decisions(String counting, NetworkBans networks, int maxMatches) {
        IgnoreList ignored = new IgnoreList(List.of(Network.parse("192.0.2.200")), true, Set::of);
        Thresholds thresholds = new Thresholds(
                3,
                Duration.ofMinutes(10),
                BanTimes.fixed(BanTime.ofSeconds(600)),
                ignored,
                networks,
                Counting.parse(counting),
                maxMatches,
                true,
                false,
                Duration.ofDays(30));
        return new Decisions("sshd", thresholds, new Room(100, 1 << 20), candidate -> verdict, PastBans.NONE);
    }

    private static Failure failure(String address, String user, int second) {
        Map<String, String> captures = user.isEmpty() ? Map.of() : Map.of("user", user);
        return new Failure(
                address,
                Optional.of(address),
                Address.tryParse(address),
                NOON.plusSeconds(second),
                1,
                1,
                List.of(),
                captures,
                1);
    }

    private static List<String> targets(Outcome outcome) {
        return outcome.bans().stream().map(Ban::target).map(Network::toString).toList();
    }

    @Test
    void manyAddressesOfANetworkAreCountedTogetherAndBannedEach() {
        Decisions decisions = decisions("network", NetworkBans.OFF, 3);
        decisions.failed(failure("2001:db8::1", "", 0), "one");
        decisions.failed(failure("2001:db8::2", "", 1), "two");
        Outcome outcome = decisions.failed(failure("2001:db8::1", "", 2), "three");

        assertThat(targets(outcome)).containsExactly("2001:db8::1", "2001:db8::2");
        assertThat(decisions.trackedAddresses()).isZero();
        assertThat(decisions.totals().banned()).isEqualTo(2);
    }

    @Test
    void theNetworkItselfIsBannedWhereNetworksMayBe() {
        Decisions decisions = decisions("network", new NetworkBans(8), 3);
        decisions.failed(failure("198.51.100.1", "", 0), "one");
        decisions.failed(failure("198.51.100.2", "", 1), "two");
        Outcome outcome = decisions.failed(failure("198.51.100.3", "", 2), "three");

        assertThat(targets(outcome)).containsExactly("198.51.100.0/24");
        assertThat(decisions.failed(failure("198.51.100.4", "", 3), "four").kind())
                .isEqualTo(Outcome.Kind.ALREADY_BANNED);
    }

    @Test
    void aNetworkWithSomebodyWhoIsNeverBannedIsBannedAddressByAddress() {
        Decisions decisions = decisions("network", new NetworkBans(8), 3);
        decisions.failed(failure("192.0.2.1", "", 0), "one");
        decisions.failed(failure("192.0.2.2", "", 1), "two");

        assertThat(targets(decisions.failed(failure("192.0.2.3", "", 2), "three")))
                .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    @Test
    void manyAddressesOnOneAccountAreBannedTogetherAndThoseOnAnotherAreNot() {
        Decisions decisions = decisions("user", NetworkBans.OFF, 3);
        decisions.failed(failure("192.0.2.1", "root", 0), "one");
        decisions.failed(failure("192.0.2.9", "alice", 1), "other");
        decisions.failed(failure("198.51.100.1", "root", 2), "two");
        Outcome outcome = decisions.failed(failure("2001:db8::1", "root", 3), "three");

        assertThat(targets(outcome)).containsExactly("192.0.2.1", "198.51.100.1", "2001:db8::1");
        assertThat(decisions.covering(Address.parse("192.0.2.9"))).isEmpty();
    }

    @Test
    void whoseLineNamesNoAccountIsCountedByHisAddress() {
        Decisions decisions = decisions("user", NetworkBans.OFF, 3);
        decisions.failed(failure("192.0.2.1", "", 0), "one");
        decisions.failed(failure("192.0.2.1", "", 1), "two");

        assertThat(targets(decisions.failed(failure("192.0.2.1", "", 2), "three")))
                .containsExactly("192.0.2.1");
    }

    @Test
    void theAddressesOfAnAccountAreKnownAfterARestart() {
        Decisions before = decisions("user", NetworkBans.OFF, 3);
        before.failed(failure("192.0.2.1", "root", 0), "one");
        before.failed(failure("198.51.100.1", "root", 1), "two");
        Decisions after = decisions("user", NetworkBans.OFF, 3);
        after.restore(before.takeChanges());

        assertThat(targets(after.failed(failure("192.0.2.3", "root", 2), "three")))
                .containsExactly("192.0.2.1", "198.51.100.1", "192.0.2.3");
    }

    @Test
    void anAccountOfEndlessLengthIsCountedAllTheSameAndTakesNoRoom() {
        String endless = "x".repeat(100_000);

        String key = Counting.parse("user").key(failure("192.0.2.1", endless, 0));

        assertThat(key).hasSizeLessThan(129).isEqualTo(Counting.parse("F-USER").key(failure("192.0.2.2", endless, 1)));
        assertThat(key).isNotEqualTo(Counting.parse("user").key(failure("192.0.2.1", endless + "y", 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "../x", "user,mlfid", "Ü"})
    void whatNamesNothingToCountByIsRefused(String text) {
        assertThatThrownBy(() -> Counting.parse(text)).hasMessageContaining("it is address, network");
    }

    @Test
    void aBanKeepsTheLastLinesThatLedToItAndNoMoreThanAreWanted() {
        Decisions decisions = decisions("address", NetworkBans.OFF, 2);
        decisions.failed(failure("192.0.2.1", "", 0), "one");
        decisions.failed(failure("192.0.2.1", "", 1), "two");

        Ban ban = decisions.failed(failure("192.0.2.1", "", 2), "three").ban().orElseThrow();

        assertThat(ban.evidence()).extracting(evidence -> evidence.line()).containsExactly("two", "three");
    }

    @Test
    void whoGainsAccessIsForgivenWhatWasBefore() {
        Decisions decisions = decisions("address", NetworkBans.OFF, 3);
        decisions.failed(failure("192.0.2.1", "", 0), "one");
        decisions.failed(failure("192.0.2.1", "", 1), "two");

        assertThat(decisions.gained(gain("192.0.2.1", 0)))
                .as("a success before the failures")
                .isFalse();
        assertThat(decisions.gained(gain("192.0.2.1", 2))).isTrue();

        assertThat(decisions.failed(failure("192.0.2.1", "", 3), "three").kind())
                .isEqualTo(Outcome.Kind.COUNTED);
        Decisions after = decisions("address", NetworkBans.OFF, 3);
        after.restore(decisions.takeChanges());
        assertThat(after.counted(Address.parse("192.0.2.1"))).hasSize(1);
    }

    private static Match.Gain gain(String address, int second) {
        return new Match.Gain(address, Address.tryParse(address), NOON.plusSeconds(second));
    }

    @Test
    void aBanThatIsHeldUpIsMadeWhenItMayBeAlsoAfterARestart() {
        Decisions before = decisions("address", NetworkBans.OFF, 3);
        verdict = BanGate.Verdict.WAIT;
        before.failed(failure("192.0.2.1", "", 0), "one");
        before.failed(failure("192.0.2.1", "", 1), "two");
        assertThat(before.failed(failure("192.0.2.1", "", 2), "three").kind()).isEqualTo(Outcome.Kind.HELD);
        assertThat(before.held(9)).containsExactly("192.0.2.1");
        Decisions after = decisions("address", NetworkBans.OFF, 3);
        after.restore(before.takeChanges());
        after.findHeld();

        verdict = BanGate.Verdict.BAN;
        Outcome outcome = after.reconsider(after.held(9).get(0), NOON.plusSeconds(9));

        assertThat(outcome.ban().orElseThrow().since()).isEqualTo(NOON.plusSeconds(9));
        assertThat(after.held(9)).isEmpty();
        assertThat(after.trackedAddresses()).isZero();
    }

    @Test
    void whoIsSparedIsCountedAnew() {
        Decisions decisions = decisions("address", NetworkBans.OFF, 3);
        verdict = BanGate.Verdict.SPARE;
        decisions.failed(failure("192.0.2.1", "", 0), "one");
        decisions.failed(failure("192.0.2.1", "", 1), "two");

        assertThat(decisions.failed(failure("192.0.2.1", "", 2), "three").kind())
                .isEqualTo(Outcome.Kind.IGNORED);
        assertThat(decisions.trackedAddresses()).isZero();
    }
}
