// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FairSharesTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final FairShares shares = new FairShares(threads::add, 2, 3);

    private boolean execute(String owner, String work) {
        return shares.execute(owner, () -> done.add(work));
    }

    @Test
    void ofOneOwnerNoMoreThanHisShareIsGivenToTheThreads() {
        execute("a", "a1");
        execute("a", "a2");
        execute("a", "a3");

        assertThat(threads).hasSize(2);
    }

    @Test
    void anotherOwnersWorkComesBeforeTheRestOfALongQueue() {
        execute("a", "a1");
        execute("a", "a2");
        execute("a", "a3");
        execute("b", "b1");

        while (!threads.isEmpty()) {
            threads.remove().run();
        }

        assertThat(done).containsExactly("a1", "a2", "b1", "a3");
    }

    @Test
    void ofOneOwnerSoMuchIsTakenAndTheOthersFindRoom() {
        assertThat(execute("a", "a1") && execute("a", "a2") && execute("a", "a3"))
                .isTrue();

        assertThat(execute("a", "a4")).isFalse();
        assertThat(execute("b", "b1")).isTrue();
        threads.remove().run();
        assertThat(execute("a", "a5")).isTrue();
    }

    @Test
    void workThatFailsKeepsNoPlace() {
        for (int number = 0; number < 10; number++) {
            assertThat(shares.execute("a", () -> {
                        throw new IllegalStateException("built in");
                    }))
                    .isTrue();
            try {
                threads.remove().run();
            } catch (IllegalStateException builtIn) {
                done.add("failed");
            }
        }

        assertThat(done).hasSize(10);
    }

    @Test
    void endingThreadsTakeNothing() {
        FairShares ending = new FairShares(
                work -> {
                    throw new RejectedExecutionException();
                },
                2,
                3);

        assertThat(ending.execute("a", () -> {})).isFalse();
    }
}
