// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineStoreTest {
    /** Room for two ids of a short line or two each. */
    private final LineStore store = new LineStore(700);

    private final LineStore.Jail lines = store.newJail();
    private final LineStore.Jail others = store.newJail();

    @Test
    void whatIsForgottenTakesNoRoom() {
        lines.put("192.0.2.1", List.of("one", ""));
        lines.put("192.0.2.1", List.of("one", "another"));
        lines.put("192.0.2.2", List.of("x".repeat(100)));
        assertThat(lines.find("192.0.2.1")).as("it gave way").isEmpty();

        lines.remove("192.0.2.2");

        assertThat(store.bytes()).isZero();
        assertThat(store.isEmpty()).isTrue();
    }

    @Test
    void theLinesOfWhoFailedLongestAgoAreForgottenFirst() {
        lines.put("192.0.2.1", List.of("one"));
        lines.put("192.0.2.2", List.of("two"));
        lines.put("192.0.2.1", List.of("again"));

        lines.put("192.0.2.3", List.of("three"));

        assertThat(lines.find("192.0.2.1")).containsExactly("again");
        assertThat(lines.find("192.0.2.2")).isEmpty();
    }

    @Test
    void linesOfAnotherJailGiveWayToo() {
        others.put("192.0.2.1", List.of("one"));
        others.put("192.0.2.2", List.of("two"));

        lines.put("192.0.2.1", List.of("mine"));

        assertThat(lines.find("192.0.2.1")).containsExactly("mine");
        assertThat(others.find("192.0.2.1")).isEmpty();
        assertThat(others.find("192.0.2.2")).containsExactly("two");
    }

    @Test
    void aJailThatEndsTakesOnlyItsOwnLinesAlong() {
        others.put("192.0.2.1", List.of("theirs"));
        lines.put("192.0.2.1", List.of("mine"));

        others.clear();

        assertThat(lines.find("192.0.2.1")).containsExactly("mine");
        lines.remove("192.0.2.1");
        assertThat(store.bytes()).isZero();
    }

    @Test
    void whoHasNoLinesTakesNoRoom() {
        lines.put("192.0.2.1", List.of("", ""));

        assertThat(store.isEmpty()).isTrue();
        assertThat(store.bytes()).isZero();
    }

    @Test
    void aLineMoreComesBehindThoseThatStillCount() {
        lines.append("192.0.2.1", "one", 1);
        lines.append("192.0.2.1", "two", 2);
        lines.append("192.0.2.1", "three", 2);

        assertThat(lines.find("192.0.2.1")).containsExactly("two", "three");
        lines.put("192.0.2.1", List.of("two", "three"));
        long bytes = store.bytes();
        lines.remove("192.0.2.1");
        lines.append("192.0.2.1", "two", 1);
        lines.append("192.0.2.1", "three", 2);
        assertThat(store.bytes()).isEqualTo(bytes);
    }

    @Test
    void aLineMoreStandsAloneWhereThoseBeforeAreForgotten() {
        lines.append("192.0.2.1", "three", 3);

        assertThat(lines.find("192.0.2.1")).containsExactly("three");
    }
}
