// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

/** What can be shown of a ban, and by what. */
class ProofTest {
    private static final String ADDRESS = "192.0.2.7";

    private final Jails jails = new Jails(Map.of());

    private void rounds(int count) {
        for (int round = 0; round < count; round++) {
            jails.round();
        }
    }

    @Test
    void aBanIsConfirmedOnceItWasReadBack() {
        jails.ban(ADDRESS);
        assertThat(jails.prove(ADDRESS).inForce()).isTrue();
        assertThat(jails.prove(ADDRESS).confirmed()).isEmpty();
        assertThat(jails.prove(ADDRESS).sentence()).contains("not yet read back");

        jails.round();

        Instant readBack = jails.time.instant();
        assertThat(jails.prove(ADDRESS).confirmed()).contains(readBack);
        rounds(10);
        assertThat(jails.prove(ADDRESS).confirmed())
                .as("since when, not when last")
                .contains(readBack);
    }

    @Test
    void aPacketThatTheRuleNotedInTheHitsProvesTheBan() {
        jails.hits.exists = true;
        jails.ban(ADDRESS);
        rounds(4);
        assertThat(jails.prove(ADDRESS).lastDropped()).isEmpty();
        assertThat(jails.prove(ADDRESS).sentence()).endsWith("no packet of it has been dropped yet");

        jails.hits.packet(ADDRESS);
        Instant packet = jails.time.instant();
        jails.time.pass(Duration.ofMillis(100));
        jails.hits.packet(ADDRESS);
        rounds(4);

        Proof proof = jails.prove(ADDRESS);
        assertThat(proof.lastDropped().orElseThrow()).isBetween(packet.plusMillis(90), packet.plusMillis(110));
        assertThat(proof.droppedLately()).isEqualTo(2);
        assertThat(proof.sentence()).endsWith("last packet dropped 2 s ago, at least 2 in the last 10 min");
        assertThat(jails.list.status(jails.sshd).entries().proven()).isEqualTo(1);
    }

    @Test
    void whatWasDroppedLongAgoIsToldAndIsNotLately() {
        jails.hits.exists = true;
        jails.ban(ADDRESS);
        rounds(4);
        jails.hits.packet(ADDRESS);
        rounds(4);

        jails.time.pass(Proof.LATELY);
        rounds(4);

        Proof proof = jails.prove(ADDRESS);
        assertThat(proof.lastDropped()).isPresent();
        assertThat(proof.droppedLately()).isZero();
        assertThat(jails.list.status(jails.sshd).entries().proven()).isZero();
    }

    @Test
    void whereTheRuleUpdatesTheListItselfStampsThatAreNotOursArePackets() {
        Jails brief = new Jails(Map.of("seconds", "8"));
        brief.ban(ADDRESS);
        for (int round = 0; round < 8; round++) {
            brief.round();
        }
        assertThat(brief.prove(ADDRESS).lastDropped())
                .as("renewals are no packets")
                .isEmpty();

        brief.time.pass(Duration.ofMillis(200));
        brief.kernel.packet(ADDRESS);
        Instant packet = brief.time.instant();
        for (int round = 0; round < 20; round++) {
            brief.round();
        }

        Proof proof = brief.prove(ADDRESS);
        assertThat(proof.droppedLately()).isEqualTo(1);
        assertThat(proof.lastDropped().orElseThrow()).isBetween(packet.minusMillis(10), packet.plusMillis(10));
    }

    @Test
    void whereNoRuleNotesAnythingThatIsSaid() {
        jails.ban(ADDRESS);
        rounds(3);

        assertThat(jails.prove(ADDRESS).sentence()).contains("noted nowhere");
    }

    @Test
    void aBanThatIsNotInTheListIsNotInForce() {
        jails.kernel.remove();
        jails.round();
        jails.ban(ADDRESS);

        Proof proof = jails.prove(ADDRESS);
        assertThat(proof.inForce()).isFalse();
        assertThat(proof.sentence()).contains("does not exist");
    }

    @Test
    void aListThatIsMadeAnewIsReadBackAnew() {
        jails.ban(ADDRESS);
        rounds(2);
        jails.kernel.makeAnew();
        jails.round();
        assertThat(jails.prove(ADDRESS).confirmed()).isEmpty();

        jails.round();

        assertThat(jails.prove(ADDRESS).confirmed()).contains(jails.time.instant());
    }

    @Test
    void ofAnotherJailsEntryItIsSaidWhoseItIs() {
        jails.ban(ADDRESS);
        Holder nginx = new Holder("nginx", new RecordingListener());
        jails.lists.join(jails.settings, nginx);

        assertThat(jails.list.prove(nginx, Address.parse(ADDRESS)).sentence())
                .startsWith("listed in bailiff-sshd (jail sshd's) for 0 s");
    }
}
