// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class PackedEvidenceTest {
    private static final Evidence PLAIN =
            new Evidence(Instant.parse("2026-03-01T12:00:00.123456789Z"), 7, 1, "Failed password for root");
    private static final Evidence OF_IPV4 =
            new Evidence(Instant.EPOCH, 1, Integer.MAX_VALUE, "", Optional.of(Address.parse("192.0.2.7")));
    private static final Evidence OF_IPV6 = new Evidence(
            Instant.MIN, 200, 3, "Überlänge, 日本語, \uD83D\uDE00", Optional.of(Address.parse("2001:db8::7")));

    private static List<Evidence> several() {
        return List.of(PLAIN, OF_IPV4, OF_IPV6, new Evidence(Instant.MAX, 2, 2, "x".repeat(5000)));
    }

    @Test
    void whatIsPackedComesOutAgain() {
        List<Evidence> packed = PackedEvidence.of(several());

        assertThat(packed).isEqualTo(several()).hasSameHashCodeAs(several());
        assertThat(packed.get(2)).isEqualTo(OF_IPV6);
        assertThat(packed.subList(1, 3)).containsExactly(OF_IPV4, OF_IPV6);
        assertThat(packed.stream().map(Evidence::regex)).containsExactly(7, 1, 200, 2);
    }

    @Test
    void noneTakesNothing() {
        assertThat(PackedEvidence.of(List.of())).isEmpty();
        assertThat(PackedEvidence.NONE.bytes()).isZero();
    }

    @Test
    void whatIsPackedStaysAsItIs() {
        PackedEvidence packed = PackedEvidence.of(several());

        assertThat(PackedEvidence.of(packed)).isSameAs(packed);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> packed.add(PLAIN));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> packed.listIterator().set(PLAIN));
    }

    @Test
    void aLineTakesItsBytesAndFewMore() {
        PackedEvidence packed = PackedEvidence.of(List.of(PLAIN));

        assertThat(packed.bytes()).isBetween(PLAIN.line().length(), PLAIN.line().length() + 32);
    }

    @Test
    void aPackerTakesBytesAndBeginsAnew() {
        PackedEvidence.Packer packer = new PackedEvidence.Packer();
        byte[] text = "before Failed password for root behind".getBytes(StandardCharsets.UTF_8);
        List<List<Evidence>> packed = new ArrayList<>();

        packer.add(PLAIN.time(), 7, 1, text, 7, PLAIN.line().length(), Optional.empty());
        packed.add(packer.pack());
        packer.add(OF_IPV4);
        packed.add(packer.pack());
        packed.add(packer.pack());

        assertThat(packed).containsExactly(List.of(PLAIN), List.of(OF_IPV4), List.of());
    }

    @Test
    void aBanKeepsItsEvidencePacked() {
        Ban ban = new Ban(
                "id",
                "sshd",
                Network.parse("192.0.2.7"),
                Instant.EPOCH,
                Optional.empty(),
                1,
                BanOrigin.FAILURES,
                "daemon",
                "",
                several());

        assertThat(ban.evidence()).isInstanceOf(PackedEvidence.class).isEqualTo(several());
        assertThat(ban.evidenceBytes()).isEqualTo(PackedEvidence.of(several()).bytes());
    }
}
