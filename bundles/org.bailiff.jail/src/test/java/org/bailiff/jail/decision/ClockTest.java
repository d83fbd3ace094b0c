// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.BanTime;
import org.bailiff.api.Failure;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.api.store.ClockMark;
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

/** What becomes of counts and bans when the clock is set by which they were told. */
class ClockTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant BOOTED = NOON.minusSeconds(7200);
    private static final Network ATTACKER = Network.parse("192.0.2.7");

    private final Decisions decisions = decisions();

    private static Decisions decisions() {
        Thresholds thresholds = new Thresholds(
                2,
                Duration.ofMinutes(10),
                BanTimes.fixed(BanTime.ofSeconds(3600)),
                new IgnoreList(List.of(), true, Set::of),
                NetworkBans.OFF);
        Decisions fresh = new Decisions("sshd", thresholds, new Room(100, 1 << 20), BanGate.OPEN, PastBans.NONE);
        fresh.clock(mark("this", Duration.ZERO, NOON));
        return fresh;
    }

    private static ClockMark mark(String boot, Duration ahead, Instant now) {
        return new ClockMark(boot, BOOTED.plus(ahead), now.plus(ahead));
    }

    private static Outcome fail(Decisions decisions, String address, Instant time) {
        return decisions.failed(
                new Failure(
                        address, Optional.of(address), Address.tryParse(address), time, 1, 1, List.of(), Map.of(), 1),
                "a line");
    }

    private void ban(Instant time) {
        fail(decisions, "192.0.2.7", time);
        fail(decisions, "192.0.2.7", time);
    }

    @Test
    void aBanLastsAsLongAsItWasToWhetherTheClockIsSetBackOrAhead() {
        for (Duration by : List.of(Duration.ofHours(-3), Duration.ofHours(5), Duration.ofDays(-9000))) {
            Decisions jail = decisions();
            fail(jail, "192.0.2.7", NOON);
            fail(jail, "192.0.2.7", NOON);
            String id = jail.find(ATTACKER).orElseThrow().id();
            Instant soon = NOON.plusSeconds(60);

            assertThat(jail.clock(mark("this", by, soon)).orElseThrow().by()).isEqualTo(by);

            assertThat(jail.find(ATTACKER).orElseThrow().until())
                    .contains(NOON.plusSeconds(3600).plus(by));
            assertThat(jail.find(ATTACKER).orElseThrow().id()).isEqualTo(id);
            assertThat(jail.nextEnd()).contains(NOON.plusSeconds(3600).plus(by));
            assertThat(jail.expire(soon.plus(by))).isEmpty();
            assertThat(jail.expire(NOON.plusSeconds(3600).plus(by))).hasSize(1);
        }
    }

    @Test
    void failuresOfBeforeAndAfterCountTogether() {
        fail(decisions, "192.0.2.7", NOON);
        decisions.clock(mark("this", Duration.ofHours(-1), NOON.plusSeconds(5)));

        assertThat(fail(decisions, "192.0.2.7", NOON.plusSeconds(10).minusSeconds(3600))
                        .kind())
                .isEqualTo(Outcome.Kind.BANNED);
    }

    @Test
    void whoWasUnbannedBeforeTheClockWasSetBackIsCountedAfterIt() {
        ban(NOON);
        decisions.end(ATTACKER, NOON.plusSeconds(60));
        decisions.clock(mark("this", Duration.ofHours(-1), NOON.plusSeconds(61)));

        assertThat(fail(decisions, "192.0.2.7", NOON.plusSeconds(70).minusSeconds(3600))
                        .kind())
                .isEqualTo(Outcome.Kind.COUNTED);
    }

    @Test
    void aRestartKnowsThatTheClockWasSetBeforeAndSince() {
        ban(NOON);
        Decisions after = decisions();
        after.restore(decisions.takeChanges());
        decisions.clock(mark("this", Duration.ofHours(-1), NOON.plusSeconds(60)));
        fail(decisions, "192.0.2.8", NOON.plusSeconds(70).minusSeconds(3600));
        after.restore(decisions.takeChanges());

        assertThat(after.bans()).isEqualTo(decisions.bans());
        assertThat(after.counted(Address.parse("192.0.2.8"))).isEqualTo(decisions.counted(Address.parse("192.0.2.8")));

        // Set once more while nobody was there.
        after.clock(mark("this", Duration.ofHours(2), NOON.plusSeconds(600)));
        assertThat(after.find(ATTACKER).orElseThrow().until())
                .contains(NOON.plusSeconds(3600).plus(Duration.ofHours(2)));
    }

    @Test
    void aWholeStateSaysByWhichClockItTells() {
        ban(NOON);
        decisions.clock(mark("this", Duration.ofHours(-1), NOON.plusSeconds(60)));
        Decisions after =
                new Decisions("sshd", decisions.thresholds(), new Room(100, 1 << 20), BanGate.OPEN, PastBans.NONE);
        decisions.whole(Map.of(), Map.of(), Map.of()).forEach(after::restore);

        after.clock(mark("this", Duration.ofHours(-1), NOON.plusSeconds(90)));

        assertThat(after.bans()).isEqualTo(decisions.bans());
    }

    @Test
    void whatWasDecidedBeforeTheHostWasBootedIsLeftToTheTrueTime() {
        ban(BOOTED.minusSeconds(60));

        decisions.clock(mark("this", Duration.ofDays(1), NOON));

        assertThat(decisions.find(ATTACKER).orElseThrow().until()).contains(BOOTED.plusSeconds(3540));
    }

    @Test
    void whatAWrongClockHasYetToReachIsNotMovedWhenItIsPutRight() {
        // The clock begins in 1970, and what is remembered is of 2026.
        ban(NOON);
        Duration behind = Duration.between(NOON, Instant.EPOCH);
        decisions.clock(mark("next", behind, NOON));

        decisions.clock(mark("next", Duration.ZERO, NOON.plusSeconds(30)));

        assertThat(decisions.find(ATTACKER).orElseThrow().until()).contains(NOON.plusSeconds(3600));
    }

    @Test
    void anotherRunOfTheHostAndSmallCorrectionsMoveNothing() {
        ban(NOON);

        assertThat(decisions.clock(mark("next", Duration.ofHours(3), NOON))).isEmpty();
        assertThat(decisions.clock(mark("next", Duration.ofHours(3).plusSeconds(1), NOON)))
                .isEmpty();

        assertThat(decisions.find(ATTACKER).orElseThrow().until()).contains(NOON.plusSeconds(3600));
    }

    @Test
    void manySmallCorrectionsInOneDirectionAreNoticedTogether() {
        ban(NOON);
        decisions.clock(mark("this", Duration.ofMillis(1500), NOON));

        assertThat(decisions
                        .clock(mark("this", Duration.ofMillis(3000), NOON))
                        .orElseThrow()
                        .by())
                .isEqualTo(Duration.ofMillis(3000));
    }
}
