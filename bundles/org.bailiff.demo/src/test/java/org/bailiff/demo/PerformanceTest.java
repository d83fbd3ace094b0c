// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final long PATIENCE_SECONDS = 30;

    private final Narrator narrator = new Narrator(new PrintWriter(new StringWriter()));
    private final Performance performance = new Performance();

    @Test
    void aDemoThatRunsThroughIsASuccess() throws Exception {
        assertThat(performance.give(onlooker -> onlooker.say("done"), narrator)).isEqualTo(ExitCode.OK);
    }

    @Test
    void aDemoThatShowsNothingIsAFailureAndSaysWhatWasMissing() {
        Demo failing = onlooker -> {
            throw new DemoException("nobody was cut off");
        };

        assertThatThrownBy(() -> performance.give(failing, narrator))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("nobody was cut off");
    }

    @Test
    void aDemoThatIsBrokenOffHasTidiedUpWhenTheCallReturns() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch tidied = new CountDownLatch(1);
        Demo endless = onlooker -> {
            try {
                started.countDown();
                new CountDownLatch(1).await();
            } finally {
                tidied.countDown();
            }
        };
        CompletableFuture<ExitCode> result = CompletableFuture.supplyAsync(() -> give(endless));
        assertThat(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        performance.breakOff();

        assertThat(tidied.getCount()).isZero();
        assertThatThrownBy(() -> result.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("broken off");
    }

    @Test
    void breakingOffNothingReturnsAtOnce() {
        performance.breakOff();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private ExitCode give(Demo demo) {
        try {
            return performance.give(demo, narrator);
        } catch (CommandException | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
