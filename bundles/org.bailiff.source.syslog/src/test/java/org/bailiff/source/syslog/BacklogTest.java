// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static void add(Backlog backlog, int size) {
        backlog.add(new byte[size], false, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void anEmptyOneHasNoMessages() {
        Backlog backlog = new Backlog(41);

        assertThat(backlog.first()).isEqualTo(42);
        assertThat(backlog.last()).isEqualTo(41);
        assertThat(backlog.isHalfFullBehind(41)).isFalse();
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        Backlog backlog = new Backlog(0, 4, 1000);
        for (int count = 0; count < 10; count++) {
            add(backlog, 1 + count);
        }

        assertThat(backlog.first()).isEqualTo(7);
        assertThat(backlog.last()).isEqualTo(10);
        assertThat(backlog.get(7).line()).hasSize(7);
        assertThat(backlog.bytesUpTo(6)).isEqualTo(21);
        assertThat(backlog.bytesUpTo(10)).isEqualTo(backlog.bytes()).isEqualTo(55);
    }

    @Test
    void theOldestGoWhenTheyAreTooLongButNotTheLast() {
        Backlog backlog = new Backlog(0, 4, 100);
        add(backlog, 50);
        add(backlog, 50);
        assertThat(backlog.first()).isEqualTo(1);

        add(backlog, 1);
        assertThat(backlog.first()).isEqualTo(2);

        add(backlog, 500);
        assertThat(backlog.first()).isEqualTo(backlog.last()).isEqualTo(4);
    }

    @Test
    void halfOfTheRoomIsTakenByCountOrByBytes() {
        Backlog many = new Backlog(0, 8, 1000);
        for (int count = 0; count < 4; count++) {
            add(many, 1);
        }
        assertThat(many.isHalfFullBehind(0)).isTrue();
        assertThat(many.isHalfFullBehind(1)).isFalse();

        Backlog large = new Backlog(0, 8, 100);
        add(large, 49);
        assertThat(large.isHalfFullBehind(0)).isFalse();
        add(large, 1);
        assertThat(large.isHalfFullBehind(0)).isTrue();
        assertThat(large.isHalfFullBehind(1)).isFalse();
    }
}
