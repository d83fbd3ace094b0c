// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Network;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration FIND_TIME = Duration.ofMinutes(10);
    private static final Network ATTACKER = Network.parse("192.0.2.7");

    private final Changes changes = new Changes();
    private final long seed = Long.getLong("bailiff.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    private static Evidence at(Instant time, String line) {
        return new Evidence(time, 1, 1, line);
    }

    private static Ban ban(int count) {
        return new Ban(
                "id" + count,
                "sshd",
                ATTACKER,
                NOON,
                Optional.of(NOON.plusSeconds(60)),
                count,
                BanOrigin.FAILURES,
                "daemon",
                "",
                List.of(at(NOON, "line")));
    }

    private JailRecord record() {
        return changes.take(JailRecord.Totals.NONE);
    }

    @RepeatedTest(50)
    void whatARecordLeavesOutOfAnIdMakesNoDifferenceToItsWindow() {
        int maxRetry = 1 + random.nextInt(6);
        Map<String, FailureWindow> whole = new LinkedHashMap<>();
        for (int failure = 0; failure < 300; failure++) {
            String id = "id " + random.nextInt(5);
            Evidence evidence = at(NOON.plusSeconds(failure / 2 - random.nextInt(900)), "line " + failure);
            whole.computeIfAbsent(id, fresh -> new FailureWindow()).add(evidence, FIND_TIME, maxRetry);
            changes.failure(id, evidence, FIND_TIME, maxRetry);
        }

        List<FailureMark> marks = record().failures();

        Map<String, FailureWindow> restored = new LinkedHashMap<>();
        marks.forEach(mark -> restored.computeIfAbsent(mark.id(), fresh -> new FailureWindow())
                .add(mark.evidence(), FIND_TIME, maxRetry));
        assertThat(marks).as("seed %d", seed).hasSizeLessThanOrEqualTo(5 * 2 * (maxRetry + 1));
        assertThat(windows(restored)).as("seed %d", seed).isEqualTo(windows(whole));
    }

    private static Map<String, List<Evidence>> windows(Map<String, FailureWindow> windows) {
        Map<String, List<Evidence>> failures = new LinkedHashMap<>();
        windows.forEach((id, window) -> failures.put(id, window.failures()));
        return failures;
    }

    @Test
    void failuresThatWereForgottenAgainAreNotInTheRecord() {
        changes.failure("192.0.2.7", at(NOON, "one"), FIND_TIME, 5);
        changes.cleared("192.0.2.7");
        changes.failure("192.0.2.7", at(NOON, "two"), FIND_TIME, 5);

        JailRecord record = record();

        assertThat(record.cleared()).containsExactly("192.0.2.7");
        assertThat(record.failures()).containsExactly(new FailureMark("192.0.2.7", at(NOON, "two")));
        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void ofATargetThatWasBannedAgainTheLastBanAndTheLastEndAreInTheRecord() {
        changes.banned(ban(1));
        changes.ended(new BanHistory(ATTACKER, 1, NOON.plusSeconds(60)));
        changes.banned(ban(2));

        JailRecord record = record();

        assertThat(record.ended()).containsExactly(new BanHistory(ATTACKER, 1, NOON.plusSeconds(60)));
        assertThat(record.banned()).containsExactly(ban(2));
    }

    @Test
    void aRecordGrowsOnlySoLarge() {
        String line = "x".repeat(500);
        List<String> ids = new ArrayList<>();
        while (!changes.isLarge()) {
            ids.add("id " + ids.size());
            changes.failure(ids.get(ids.size() - 1), at(NOON, line), FIND_TIME, 5);
        }

        assertThat(ids).hasSizeBetween(1_000, 3_000);
        record();
        assertThat(changes.isLarge()).isFalse();
    }
}
