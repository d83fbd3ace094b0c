// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NewsThreadTest {
    /** More than may wait. */
    private static final int MANY = 10_000;

    private final NewsThread news = new NewsThread();
    private final List<Integer> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        news.close();
    }

    private void tellMany() {
        IntStream.range(0, MANY).forEach(number -> news.execute(() -> told.add(number)));
    }

    @Test
    void allIsToldInItsOrderHoweverMuchThereIs() {
        tellMany();

        news.close();

        assertThat(told)
                .containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    }

    @Test
    void whoHasNewsGoesOnWhileItIsTold() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        news.execute(() -> {
            awaitQuietly(mayEnd);
            ended.countDown();
        });

        assertThat(ended.getCount()).isEqualTo(1);
        mayEnd.countDown();
        ended.await();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            // The test is over.
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatComesAfterTheEndIsToldByWhoeverHasIt() {
        news.close();

        news.execute(() -> told.add(1));

        assertThat(told).containsExactly(1);
    }

    @Test
    void newsThatFailsIsNotTheLast() {
        news.execute(() -> {
            throw new IllegalStateException("a listener's fault");
        });
        news.execute(() -> told.add(1));

        news.close();

        assertThat(told).containsExactly(1);
    }
}
