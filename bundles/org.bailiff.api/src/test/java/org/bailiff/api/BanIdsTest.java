// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class BanIdsTest {
    @Test
    void anIdIsTheSameInEveryVersionForItStandsInLogsOnDisk() {
        Instant since = Instant.parse("2026-11-22T12:00:07Z");

        assertThat(Ban.idOf("sshd", Network.parse("192.0.2.7"), since)).isEqualTo("d31b2764024fa26d");
        assertThat(Ban.idOf("sshd", Network.parse("2001:db8::/64"), since.plusNanos(1)))
                .isEqualTo("f42e42c5fd33f06b");
    }

    @Test
    void aMomentIsWrittenAsItWritesItself() {
        Random random = new Random(1);
        for (int moment = 0; moment < 10_000; moment++) {
            long second = random.nextLong(-100_000_000_000L, 300_000_000_000L);
            int nano = random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
            Instant time = Instant.ofEpochSecond(second, nano);
            Instant later = time.plusSeconds(random.nextInt(90));

            assertThat(BanIds.written(time)).isEqualTo(time.toString());
            assertThat(BanIds.written(later)).isEqualTo(later.toString());
        }
        assertThat(BanIds.written(Instant.MIN)).isEqualTo(Instant.MIN.toString());
        assertThat(BanIds.written(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }
}
