// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineStoreTest {
    private static final int MUCH = 100_000;

    /** As small as it can be: some thousand bytes. */
    private final LineStore store = new LineStore(1).join();

    private long add(String... lines) {
        long place = LineStore.NOWHERE;
        for (String line : lines) {
            place = store.add(line, place);
        }
        return place;
    }

    @Test
    void theLinesOfAnIdAreFoundFromItsNewest() {
        long one = add("one", "zwei \u00fc", "three \u2713");
        long other = add("other");

        assertThat(store.newestFirst(one, 5)).containsExactly("three \u2713", "zwei \u00fc", "one");
        assertThat(store.newestFirst(one, 2)).containsExactly("three \u2713", "zwei \u00fc");
        assertThat(store.newestFirst(other, 5)).containsExactly("other");
        assertThat(store.newestFirst(LineStore.NOWHERE, 5)).isEmpty();
    }

    @Test
    void newLinesAreWrittenOverTheOldest() {
        long first = add("first", "second");
        long latest = LineStore.NOWHERE;
        for (int line = 0; line < MUCH; line++) {
            latest = store.add("line " + line, latest);
        }

        assertThat(store.newestFirst(first, 5)).isEmpty();
        assertThat(store.newestFirst(latest, MUCH))
                .hasSizeBetween(100, 2_000)
                .startsWith("line " + (MUCH - 1), "line " + (MUCH - 2));
    }

    @Test
    void ofAnIdWhoseFirstLineIsGoneTheOthersAreFound() {
        long place = add("first");
        add("x".repeat(4_000));
        add("x".repeat(4_000));
        place = store.add("second", place);
        add("x".repeat(4_000));
        add("x".repeat(4_000));

        assertThat(store.newestFirst(place, 5)).containsExactly("second");
    }

    @Test
    void aLineBehindOneThatIsGoneStandsAlone() {
        long first = add("first");
        for (int line = 0; line < MUCH; line++) {
            add("another");
        }

        assertThat(store.newestFirst(store.add("second", first), 5)).containsExactly("second");
    }

    @Test
    void whatSaysNothingTakesNoRoomButBetweenLines() {
        assertThat(add("", "")).isEqualTo(LineStore.NOWHERE);
        assertThat(store.isEmpty()).isTrue();

        assertThat(store.newestFirst(add("", "one", "", "two"), 5)).containsExactly("two", "", "one");
    }

    @Test
    void aLineThatIsTooLongForAnyPlaceIsNotKept() {
        assertThat(store.newestFirst(add("one", "x".repeat(MUCH), "two"), 5)).containsExactly("two", "", "one");
    }

    @Test
    void theLastJailThatLeavesTakesTheLinesAlong() {
        store.join();
        long place = add("one");

        store.leave();
        assertThat(store.newestFirst(place, 5)).containsExactly("one");

        store.leave();
        assertThat(store.isEmpty()).isTrue();
        assertThat(store.newestFirst(place, 5)).isEmpty();
    }
}
