// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DecisionQueueTest {
    private final DecisionQueue queue = new DecisionQueue(() -> Bans.NOW);

    @Test
    void theyComeOutInTheirOrder() throws Exception {
        queue.add(Bans.banned("192.0.2.1"));
        queue.add(Bans.banned("192.0.2.2"));

        assertThat(queue.take(Duration.ofSeconds(10)))
                .containsExactly(Bans.banned("192.0.2.1"), Bans.banned("192.0.2.2"));
    }

    @Test
    void whatFindsNoRoomIsCountedAndSaidBehindTheOthers() throws Exception {
        for (int index = 0; index < DecisionQueue.MOST + 3; index++) {
            queue.add(Bans.banned("192.0.2.1"));
        }
        List<Decision> all = new ArrayList<>();
        while (all.size() <= DecisionQueue.MOST) {
            all.addAll(queue.take(Duration.ofSeconds(10)));
        }

        assertThat(all).hasSize(DecisionQueue.MOST + 1).last().isEqualTo(new Decision.Lost(Bans.NOW, 3));
        queue.close();
        assertThat(queue.take(Duration.ofSeconds(10))).isEmpty();
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void aWaitEndsWhenSomethingComesOrItIsRousedOrClosed() throws Exception {
        for (Runnable event :
                List.<Runnable>of(() -> queue.add(Bans.banned("192.0.2.1")), queue::rouse, queue::close)) {
            Thread other = new Thread(event);
            other.start();

            queue.take(Duration.ofHours(1));
            other.join();
        }
    }

    @Test
    void aRestIsNotEndedByDecisions() throws Exception {
        queue.add(Bans.banned("192.0.2.1"));

        queue.rest(Duration.ofMillis(1));

        assertThat(queue.take(Duration.ZERO.plusMillis(1))).hasSize(1);
    }

    @Test
    void aClosedQueueIsDoneOnlyWhenAllWasTaken() throws Exception {
        queue.add(Bans.banned("192.0.2.1"));
        queue.close();

        assertThat(queue.isDone()).isFalse();
        assertThat(queue.take(Duration.ofHours(1))).hasSize(1);
        assertThat(queue.isDone()).isTrue();
    }
}
