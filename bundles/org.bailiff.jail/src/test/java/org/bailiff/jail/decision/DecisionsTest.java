// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Failure;
import org.bailiff.api.Role;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.api.store.JailRecord;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ATTACKER = "192.0.2.7";
    private static final Caller ALICE = new Caller("alice", "socket", Role.OPERATOR);

    private static final long ROOM = 1 << 20;

    private final Decisions decisions = decisions(3, "192.0.2.200", 100);

    private static Decisions decisions(int maxRetry, String ignored, int bound) {
        IgnoreList ignoreList = new IgnoreList(
                List.of(Network.parse(ignored), Network.parse("198.51.100.0/24")),
                true,
                () -> Set.of(Address.parse("203.0.113.1")));
        Thresholds thresholds = new Thresholds(
                maxRetry, Duration.ofMinutes(10), BanTimes.fixed(BanTime.ofSeconds(3600)), ignoreList, NetworkBans.OFF);
        return new Decisions("sshd", thresholds, new Room(bound, ROOM), BanGate.OPEN, PastBans.NONE);
    }

    private Outcome fail(String address, Instant time) {
        return decisions.failed(failure(address, time, 1), "a line");
    }

    private static Failure failure(String host, Instant time, int attempts) {
        return new Failure(
                host, Optional.of(host), Address.tryParse(host), time, attempts, attempts, List.of(), Map.of(), 1);
    }

    @Test
    void theLastFailureThatIsNeededBansAndTheBanBeginsWithIt() {
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON.plusSeconds(10));
        Outcome outcome = fail(ATTACKER, NOON.plusSeconds(20));

        Ban ban = outcome.ban().orElseThrow();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.BANNED);
        assertThat(ban.since()).isEqualTo(NOON.plusSeconds(20));
        assertThat(ban.until()).contains(NOON.plusSeconds(3620));
        assertThat(ban.count()).isEqualTo(1);
        assertThat(ban.evidence()).hasSize(3);
    }

    @Test
    void failuresExactlyFindTimeApartStillCountTogether() {
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON.plusSeconds(300));

        assertThat(fail(ATTACKER, NOON.plusSeconds(600)).kind()).isEqualTo(Outcome.Kind.BANNED);
    }

    @Test
    void aFailureOlderThanFindTimeDoesNotCount() {
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON.plusSeconds(300));

        assertThat(fail(ATTACKER, NOON.plusSeconds(601)).kind()).isEqualTo(Outcome.Kind.COUNTED);
    }

    @Test
    void whatIsCountedIsKnownByItsMomentAndLineAlsoAfterARestart() {
        fail(ATTACKER, NOON);
        Decisions restarted = decisions(3, "192.0.2.200", 100);
        restarted.restore(decisions.takeChanges());

        assertThat(restarted.hasCounted(failure(ATTACKER, NOON, 1), "a line")).isTrue();
        assertThat(restarted.hasCounted(failure(ATTACKER, NOON, 1), "another")).isFalse();
        assertThat(restarted.hasCounted(failure(ATTACKER, NOON.plusNanos(1), 1), "a line"))
                .isFalse();
        assertThat(restarted.hasCounted(failure("192.0.2.8", NOON, 1), "a line"))
                .isFalse();
    }

    @Test
    void aLateLineCountsAtItsOwnTime() {
        fail(ATTACKER, NOON.plusSeconds(20));
        fail(ATTACKER, NOON);
        Outcome outcome = fail(ATTACKER, NOON.plusSeconds(10));

        assertThat(outcome.ban().orElseThrow().since()).isEqualTo(NOON.plusSeconds(20));
    }

    @Test
    void aFailureThatStandsForSeveralAttemptsCountsThemAll() {
        Outcome outcome = decisions.failed(failure(ATTACKER, NOON, 3), "a line");

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.BANNED);
    }

    @Test
    void addressesAreCountedApart() {
        fail(ATTACKER, NOON);
        fail("192.0.2.8", NOON);
        fail(ATTACKER, NOON);

        assertThat(fail("192.0.2.8", NOON).kind()).isEqualTo(Outcome.Kind.COUNTED);
        assertThat(decisions.trackedAddresses()).isEqualTo(2);
    }

    @Test
    void ignoredAddressesAreNeverCounted() {
        assertThat(fail("192.0.2.200", NOON).reason()).contains("ignoreip 192.0.2.200");
        assertThat(fail("198.51.100.77", NOON).reason()).contains("198.51.100.0/24");
        assertThat(fail("127.8.9.10", NOON).kind()).isEqualTo(Outcome.Kind.IGNORED);
        assertThat(fail("::1", NOON).kind()).isEqualTo(Outcome.Kind.IGNORED);
        assertThat(fail("0.0.0.0", NOON).kind()).isEqualTo(Outcome.Kind.IGNORED);
        assertThat(fail("203.0.113.1", NOON).reason()).contains("own address");
        assertThat(decisions.trackedAddresses()).isZero();
    }

    @Test
    void aHostNameBansNobody() {
        assertThat(fail("host.example", NOON).kind()).isEqualTo(Outcome.Kind.NO_ADDRESS);
    }

    @Test
    void aBannedAddressIsNotCountedAgainNorAreItsFailuresDuringAPastBan() {
        ban(ATTACKER, NOON);
        assertThat(fail(ATTACKER, NOON.plusSeconds(5)).kind()).isEqualTo(Outcome.Kind.ALREADY_BANNED);

        decisions.expire(NOON.plusSeconds(3600));

        assertThat(fail(ATTACKER, NOON.plusSeconds(3599)).kind()).isEqualTo(Outcome.Kind.PAST_BAN);
        assertThat(fail(ATTACKER, NOON.plusSeconds(3600)).kind()).isEqualTo(Outcome.Kind.COUNTED);
    }

    private Ban ban(String address, Instant time) {
        fail(address, time);
        fail(address, time);
        return fail(address, time).ban().orElseThrow();
    }

    @Test
    void aBanEndsAtItsVeryEndAndTheNextOneIsTheSecond() {
        ban(ATTACKER, NOON);

        assertThat(decisions.expire(NOON.plusSeconds(3600).minusNanos(1))).isEmpty();
        assertThat(decisions.expire(NOON.plusSeconds(3600))).hasSize(1);
        assertThat(ban(ATTACKER, NOON.plusSeconds(4000)).count()).isEqualTo(2);
    }

    @Test
    void aDecisionTakenAgainHasTheSameId() {
        String id = ban(ATTACKER, NOON).id();

        Decisions again = decisions(3, "192.0.2.200", 100);
        again.failed(failure(ATTACKER, NOON, 2), "a line");
        Ban ban = again.failed(failure(ATTACKER, NOON, 1), "a line").ban().orElseThrow();

        assertThat(ban.id()).isEqualTo(id);
        assertThat(ban(ATTACKER.replace('7', '8'), NOON).id()).isNotEqualTo(id);
    }

    @Test
    void whatWasKeptIsTheSameAfterARestart() {
        ban("192.0.2.1", NOON);
        ban("192.0.2.2", NOON);
        decisions.end(Network.parse("192.0.2.2"), NOON.plusSeconds(1));
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON.plusSeconds(1));
        decisions.position("/var/log/auth.log", "17");
        decisions.session("/var/log/auth.log", "");
        JailRecord record = decisions.takeChanges();

        Decisions after = decisions(3, "192.0.2.200", 100);
        after.restore(record);

        assertThat(after.bans()).isEqualTo(decisions.bans());
        assertThat(after.totals()).isEqualTo(decisions.totals());
        assertThat(after.past(Network.parse("192.0.2.2"))).isPresent();
        assertThat(after.failed(failure(ATTACKER, NOON.plusSeconds(2), 1), "a line")
                        .kind())
                .isEqualTo(Outcome.Kind.BANNED);
        assertThat(decisions.hasChanges()).isFalse();
    }

    @Test
    void aWholeRecordSaysAsMuchAsAllRecordsBeforeIt() {
        ban("192.0.2.1", NOON);
        ban("192.0.2.2", NOON);
        decisions.end(Network.parse("192.0.2.2"), NOON.plusSeconds(1));
        fail(ATTACKER, NOON);

        Decisions after = decisions(3, "192.0.2.200", 100);
        decisions.whole(Map.of(), Map.of(), Map.of()).forEach(after::restore);

        assertThat(after.bans()).isEqualTo(decisions.bans());
        assertThat(after.counted(Address.parse(ATTACKER))).hasSize(1);
        assertThat(after.past(Network.parse("192.0.2.2"))).isEqualTo(decisions.past(Network.parse("192.0.2.2")));
    }

    @Test
    void aBanThatBeganEndedAndBeganAgainInOneRecordIsInForceAfterARestart() {
        ban(ATTACKER, NOON);
        decisions.expire(NOON.plusSeconds(3600));
        ban(ATTACKER, NOON.plusSeconds(4000));
        fail("192.0.2.8", NOON.plusSeconds(4000));

        Decisions after = decisions(3, "192.0.2.200", 100);
        after.restore(decisions.takeChanges());

        assertThat(after.bans()).isEqualTo(decisions.bans()).hasSize(1);
        assertThat(after.counted(Address.parse("192.0.2.8"))).hasSize(1);
    }

    @Test
    void aBanByHandOfABannedAddressKeepsItsIdAndGetsAnotherEnd() {
        Ban before = ban(ATTACKER, NOON);
        BanRequest request = new BanRequest(Network.parse(ATTACKER), Optional.of(BanTime.PERMANENT), "enough", false);

        Ban after = decisions.ban(request, ALICE, NOON.plusSeconds(60));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.until()).isEmpty();
        assertThat(after.origin()).isEqualTo(BanOrigin.MANUAL);
        assertThat(after.by()).isEqualTo("alice");
        assertThat(decisions.expire(NOON.plusSeconds(1_000_000))).isEmpty();
        assertThat(decisions.totals().banned()).isEqualTo(1);
    }

    @Test
    void anUnbanForgetsTheFailures() {
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON);

        assertThat(decisions.end(Network.parse(ATTACKER), NOON)).isEmpty();

        assertThat(fail(ATTACKER, NOON).kind()).isEqualTo(Outcome.Kind.COUNTED);
        assertThat(decisions.counted(Address.parse(ATTACKER))).hasSize(1);
    }

    @Test
    void networksAndIgnoredAddressesAreRefusedByHandWithASentence() {
        assertThat(decisions.objection(Network.parse("192.0.2.0/24"), NOON))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("192.0.2.0/24 is a network"));
        assertThat(decisions.objection(Network.parse("127.0.0.1"), NOON)).isPresent();
        assertThat(decisions.objection(Network.parse(ATTACKER), NOON)).isEmpty();
    }

    @Test
    void aFloodOfAddressesDoesNotPushOutRealCounts() {
        Decisions small = decisions(3, "192.0.2.200", 10);
        small.failed(failure(ATTACKER, NOON, 2), "a line");
        for (int host = 0; host < 1000; host++) {
            small.failed(failure("10.0." + host / 256 + "." + host % 256, NOON.plusSeconds(host % 60), 1), "a line");
        }

        assertThat(small.trackedAddresses()).isEqualTo(10);
        assertThat(small.buckets()).isEqualTo(4);
        assertThat(small.failed(failure(ATTACKER, NOON.plusSeconds(60), 1), "a line")
                        .kind())
                .isEqualTo(Outcome.Kind.BANNED);
    }

    @Test
    void aFloodOfLongLinesKeepsTheNewestOfThemAndRoomIsGivenBack() {
        Room room = new Room(100_000, 50_000);
        Thresholds thresholds = new Thresholds(
                2,
                Duration.ofMinutes(10),
                BanTimes.fixed(BanTime.ofSeconds(60)),
                new IgnoreList(List.of(), false, Set::of),
                NetworkBans.OFF);
        Decisions flooded = new Decisions("sshd", thresholds, room, BanGate.OPEN, PastBans.NONE);
        for (int host = 0; host < 1000; host++) {
            flooded.failed(failure("10.0." + host / 256 + "." + host % 256, NOON, 1), "x".repeat(400));
        }

        int tracked = flooded.trackedAddresses();
        Address last = Address.parse("10.0." + (tracked - 1) / 256 + "." + (tracked - 1) % 256);
        assertThat(tracked).isBetween(50, 600);
        assertThat(flooded.buckets()).isPositive();
        assertThat(flooded.counted(Address.parse("10.0.0.0")).get(0).line()).isEmpty();
        assertThat(flooded.counted(last).get(0).line()).isNotEmpty();
        flooded.close();
        assertThat(room.isLeft()).isTrue();
    }

    @Test
    void countsTooOldToMatterMakeRoom() {
        Decisions small = decisions(3, "192.0.2.200", 2);
        small.failed(failure("192.0.2.1", NOON, 1), "a line");
        small.failed(failure("192.0.2.2", NOON, 1), "a line");

        Outcome outcome = small.failed(failure(ATTACKER, NOON.plusSeconds(601), 1), "a line");

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.COUNTED);
        assertThat(small.trackedAddresses()).isEqualTo(1);
    }

    @Test
    void evidenceIsSafeToShow() {
        fail(ATTACKER, NOON);
        decisions.failed(failure(ATTACKER, NOON, 1), "\u001b[31mred\nnext");

        assertThat(decisions.counted(Address.parse(ATTACKER)).get(1).line()).isEqualTo("\\x1b[31mred\\x0anext");
    }

    @Test
    void aLaterFailureInAnotherLogForgetsNothingThatLateLinesMayCountWith() {
        fail(ATTACKER, NOON);
        fail(ATTACKER, NOON.plusSeconds(10));
        fail("192.0.2.8", NOON.plusSeconds(3600));

        assertThat(fail(ATTACKER, NOON.plusSeconds(20)).kind()).isEqualTo(Outcome.Kind.BANNED);
    }

    @Test
    void aBanThatEndedLongAgoIsForgotten() {
        ban(ATTACKER, NOON);
        decisions.expire(NOON.plusSeconds(3600));
        Instant monthLater = NOON.plusSeconds(3600).plus(Duration.ofDays(30));

        ban(ATTACKER, monthLater);
        assertThat(decisions.find(Network.parse(ATTACKER)).orElseThrow().count())
                .isEqualTo(2);
        decisions.expire(monthLater.plusSeconds(3600));
        ban(ATTACKER, monthLater.plusSeconds(3601).plus(Duration.ofDays(30)));
        assertThat(decisions.find(Network.parse(ATTACKER)).orElseThrow().count())
                .isEqualTo(1);
    }

    @Test
    void whereRoomIsShortABanIsMadeAllTheSameAndKeepsNoLines() {
        Thresholds thresholds = decisions.thresholds();
        Decisions crowded = new Decisions("sshd", thresholds, new Room(1000, 4000), BanGate.OPEN, PastBans.NONE);
        for (int failure = 0; failure < 3; failure++) {
            for (int host = 1; host < 7; host++) {
                crowded.failed(failure("192.0.2." + host, NOON.plusSeconds(failure), 1), "a line of some length");
            }
        }

        assertThat(crowded.bans()).hasSizeGreaterThan(3);
        assertThat(crowded.bans().get(0).evidence()).hasSize(3);
        assertThat(crowded.bans().get(crowded.bans().size() - 1).evidence()).isEmpty();
        assertThat(crowded.takeChanges().banned())
                .allSatisfy(ban -> assertThat(ban.evidence()).hasSize(3));
    }
}
