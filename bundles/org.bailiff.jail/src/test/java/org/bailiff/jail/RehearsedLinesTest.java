// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearsedLinesTest {
    private static final int ROUNDS = 3_000;
    private static final Pattern FAILURE =
            Pattern.compile("sshd\\[\\d+]: Failed password for (?:invalid user )?\\w+ from (\\S+) port \\d+ ssh2$");

    private final RehearsedLines lines = new RehearsedLines(() -> Instant.parse("2026-11-05T10:15:30.123456789Z"));

    @Test
    void eachRoundsAddressFailsAsOftenAsABanTakesAndTheLastTimeByItself() {
        Set<String> addresses = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> before = failures(lines.before(round));
            List<String> last = failures(lines.last(round));

            assertThat(before).hasSize(RehearsedLines.FAILURES - 1);
            assertThat(last).hasSize(1).containsAnyElementsOf(before);
            assertThat(Set.copyOf(before)).hasSize(1);
            addresses.addAll(last);
        }

        assertThat(addresses).hasSize(ROUNDS);
    }

    private static List<String> failures(String text) {
        return text.lines()
                .flatMap(line -> FAILURE.matcher(line).results())
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void itsDatesAreThoseOfDifferentLogs() {
        Stream<String> forms = Stream.iterate(0, round -> round + 1)
                .limit(ROUNDS)
                .map(round -> lines.last(round).split(" host ")[0].replaceAll("\\d", "0"))
                .distinct();

        assertThat(forms)
                .containsExactlyInAnyOrder(
                        "0000-00-00T00:00:00+00:00",
                        "Nov  0 00:00:00",
                        "0000-00-00T00:00:00.000000+00:00",
                        "0000-00-00T00:00:00.000000000Z");
    }
}
