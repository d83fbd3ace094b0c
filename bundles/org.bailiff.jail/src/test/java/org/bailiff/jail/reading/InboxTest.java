// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Inbox inbox = new Inbox();

    @Test
    void whoIsWokenBeforeItWaitsDoesNotWait() throws InterruptedException {
        inbox.wake();

        assertThat(inbox.take(LONG)).isEmpty();
    }

    @Test
    void whoIsWokenOftenWakesOnce() throws InterruptedException {
        inbox.wake();
        inbox.wake();
        inbox.take(LONG);
        inbox.add(() -> {});

        assertThat(inbox.take(LONG)).isPresent();
    }

    @Test
    void aWakeUpIsNoWork() {
        inbox.wake();

        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void workIsTakenWithAWakeUp() throws InterruptedException {
        inbox.wake();
        inbox.add(() -> {});

        assertThat(inbox.take(LONG)).isPresent();
    }
}
