// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class FailureLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> said = new ArrayList<>();
    private final FailureLines lines = new FailureLines("sshd", said::add);

    private static Failure of(String address) {
        return new Failure(
                address, Optional.of(address), Address.tryParse(address), NOON, 1, 1, List.of(), Map.of(), 1);
    }

    private void find(int failures, Instant now) {
        for (int failure = 0; failure < failures; failure++) {
            lines.found(of("192.0.2." + failure % 250), now);
        }
    }

    @Test
    void fewAreSaidOneByOne() {
        find(2, NOON);

        assertThat(said).hasSize(2).allMatch(line -> line.startsWith("[sshd] Found 192.0.2."));
    }

    @Test
    void whatAFloodHoldsBesideThemIsSummedUpWhenTheSecondIsOver() {
        find(FailureLines.MOST + 700, NOON);
        assertThat(said).hasSize(FailureLines.MOST);

        lines.sum(NOON.plusMillis(999));
        assertThat(said).hasSize(FailureLines.MOST);
        lines.sum(NOON.plusSeconds(1));

        assertThat(said).hasSize(FailureLines.MOST + 1).endsWith("[sshd] Found 700 more failures of 250 addresses");
    }

    @Test
    void theNextSecondHasLinesOfItsOwn() {
        find(FailureLines.MOST + 2, NOON);

        find(2, NOON.plusSeconds(1));

        assertThat(said).hasSize(FailureLines.MOST + 3);
        assertThat(said.get(FailureLines.MOST)).isEqualTo("[sshd] Found 2 more failures of 2 addresses");
    }

    @Test
    void ignoredOnesAreSaidInTheSameLines() {
        find(FailureLines.MOST, NOON);
        lines.ignored(of("192.0.2.7"), "ignoreip", NOON);

        lines.sum(NOON.plusSeconds(1));

        assertThat(said).endsWith("[sshd] Ignore 1 more failures");
    }
}
