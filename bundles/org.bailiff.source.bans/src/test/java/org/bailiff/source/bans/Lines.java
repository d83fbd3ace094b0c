// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.bans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.Position;

/** A consumer that keeps what it takes, and answers as a test wants. */
final class Lines implements LineConsumer {
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> refused = new LinkedBlockingQueue<>();
    private final List<Optional<Instant>> stamps = new CopyOnWriteArrayList<>();
    private volatile Answer answer = Answer.TAKEN;
    private volatile boolean failing;
    private volatile boolean fresh;
    private volatile Position position;

    void answer(Answer next) {
        answer = next;
        failing = false;
    }

    void fail() {
        failing = true;
    }

    @Override
    public Answer take(LineBatch batch) {
        // Decided before it is told: who waited for the refusal may change what is answered next.
        boolean fault = failing;
        if (fault || answer == Answer.LATER) {
            refused.add(batch.count());
            if (fault) {
                throw new IllegalStateException("a fault of a consumer");
            }
            return Answer.LATER;
        }
        position = batch.after(batch.count() - 1);
        fresh = batch.fresh();
        for (int line = 0; line < batch.count(); line++) {
            stamps.add(batch.stamp(line));
            taken.add(new String(
                    batch.buffer(), batch.start(line), batch.end(line) - batch.start(line), StandardCharsets.UTF_8));
        }
        return Answer.TAKEN;
    }

    /** The next line that was taken, waited for. */
    String next() {
        return poll(taken);
    }

    /** Waits until it took these lines, one after the other and none in between. */
    void await(String... lines) {
        for (String line : lines) {
            assertThat(next()).isEqualTo(line);
        }
    }

    void awaitRefusal() {
        assertThat(poll(refused)).isNotNull();
    }

    private static <T> T poll(BlockingQueue<T> queue) {
        try {
            return queue.poll(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Behind what was taken. */
    Position position() {
        return position;
    }

    List<Optional<Instant>> stamps() {
        return List.copyOf(stamps);
    }

    boolean isFresh() {
        return fresh;
    }
}
