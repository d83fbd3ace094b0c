// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineStoreTest {
    private final LineStore lines = new LineStore();

    @Test
    void whatIsForgottenTakesNoRoom() {
        lines.put("192.0.2.1", List.of("one", ""));
        lines.put("192.0.2.1", List.of("one", "", "another"));
        lines.put("192.0.2.2", List.of("third"));
        assertThat(lines.bytes()).isPositive();

        lines.remove("192.0.2.1");
        lines.forgetEldest();

        assertThat(lines.bytes()).isZero();
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void theLinesOfWhoFailedLongestAgoAreForgottenFirst() {
        lines.put("192.0.2.1", List.of("one"));
        lines.put("192.0.2.2", List.of("two"));
        lines.put("192.0.2.1", List.of("one", "again"));

        lines.forgetEldest();

        assertThat(lines.find("192.0.2.1")).containsExactly("one", "again");
        assertThat(lines.find("192.0.2.2")).isEmpty();
    }

    @Test
    void whoHasNoLinesTakesNoRoom() {
        lines.put("192.0.2.1", List.of("", ""));

        assertThat(lines.isEmpty()).isTrue();
        assertThat(lines.bytes()).isZero();
    }
}
