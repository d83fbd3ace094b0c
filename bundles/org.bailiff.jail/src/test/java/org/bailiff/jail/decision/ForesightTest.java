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
import org.bailiff.jail.bantime.BanTimes;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ATTACKER = "192.0.2.7";

    private final Decisions decisions = new Decisions(
            "sshd",
            new Thresholds(
                    3,
                    Duration.ofMinutes(10),
                    BanTimes.fixed(BanTime.ofSeconds(3600)),
                    new IgnoreList(List.of(Network.parse("198.51.100.0/24")), true, Set::of),
                    NetworkBans.OFF),
            new Room(100, 1 << 20),
            BanGate.OPEN,
            PastBans.NONE);

    private static Failure failure(String host, Instant time) {
        return new Failure(host, Optional.of(host), Address.tryParse(host), time, 1, 1, List.of(), Map.of(), 1);
    }

    private Outcome fail(Instant time) {
        return decisions.failed(failure(ATTACKER, time), "a line");
    }

    private Foresight foresee(String host, Instant time) {
        return Foresight.of(failure(host, time), decisions);
    }

    @Test
    void itSaysWhatTheNextFailureWouldCountAndChangesNothing() {
        fail(NOON);
        decisions.takeChanges();

        assertThat(foresee(ATTACKER, NOON.plusSeconds(10)).attempts()).isEqualTo(2);
        assertThat(foresee(ATTACKER, NOON.plusSeconds(10)).outcome().kind()).isEqualTo(Outcome.Kind.COUNTED);
        assertThat(decisions.counted(ATTACKER)).hasSize(1);
        assertThat(decisions.totals().failed()).isEqualTo(1);
        assertThat(decisions.hasChanges()).isFalse();
    }

    @Test
    void theBanThatItForeseesIsTheOneThatComes() {
        fail(NOON);
        fail(NOON.plusSeconds(10));

        Outcome foreseen = foresee(ATTACKER, NOON.plusSeconds(20)).outcome();
        assertThat(decisions.bans()).isEmpty();
        Outcome come = fail(NOON.plusSeconds(20));

        assertThat(foreseen.kind()).isEqualTo(Outcome.Kind.BANNED).isEqualTo(come.kind());
        assertThat(foreseen.ban().orElseThrow().id())
                .isEqualTo(come.ban().orElseThrow().id());
        assertThat(foreseen.ban().orElseThrow().until())
                .isEqualTo(come.ban().orElseThrow().until());
    }

    @Test
    void failuresThatAreTooOldDoNotCountInIt() {
        fail(NOON);
        fail(NOON.plusSeconds(10));

        assertThat(foresee(ATTACKER, NOON.plusSeconds(611)).attempts()).isEqualTo(1);
        assertThat(foresee(ATTACKER, NOON.plusSeconds(601)).attempts()).isEqualTo(2);
    }

    @Test
    void whatSpeaksAgainstCountingIsTold() {
        assertThat(foresee("198.51.100.3", NOON).outcome()).isEqualTo(Outcome.ignored("ignoreip 198.51.100.0/24"));
        assertThat(foresee("evil.example", NOON).outcome().kind()).isEqualTo(Outcome.Kind.NO_ADDRESS);

        fail(NOON);
        fail(NOON);
        fail(NOON);
        assertThat(foresee(ATTACKER, NOON.plusSeconds(5)).outcome().kind()).isEqualTo(Outcome.Kind.ALREADY_BANNED);

        decisions.end(Network.parse(ATTACKER), NOON.plusSeconds(60));
        assertThat(foresee(ATTACKER, NOON.plusSeconds(30)).outcome().kind()).isEqualTo(Outcome.Kind.PAST_BAN);
        assertThat(foresee(ATTACKER, NOON.plusSeconds(90)).outcome().kind()).isEqualTo(Outcome.Kind.COUNTED);
    }
}
