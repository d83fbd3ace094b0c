// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExitRequestTest {

    @Test
    void theFirstExitCodeCounts() {
        ExitRequest exit = new ExitRequest(Duration.ofHours(1), code -> {});
        assertThat(exit.isMade()).isFalse();

        exit.accept(78);
        exit.accept(0);

        assertThat(exit.isMade()).isTrue();
        assertThat(exit.await()).isEqualTo(78);
    }

    @Test
    void anEndThatTakesTooLongIsForced() throws Exception {
        CompletableFuture<Integer> halted = new CompletableFuture<>();

        new ExitRequest(Duration.ofMillis(1), halted::complete).accept(3);

        assertThat(halted.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }
}
