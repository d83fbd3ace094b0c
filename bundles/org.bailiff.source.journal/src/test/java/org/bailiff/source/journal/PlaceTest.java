// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.Start;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final String LATER_SEQUENCE = "00000000000000000000000000000001";

    private static JournalEntry entry(int number) {
        return entry(Export.cursor(number), number);
    }

    private static JournalEntry entry(String cursor, int number) {
        List<JournalEntry> entries = new ArrayList<>();
        byte[] bytes =
                new Export().head(cursor, number).text("MESSAGE", "m").end().bytes();
        try {
            new ExportParser(entries::add).feed(bytes, bytes.length);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return entries.get(0);
    }

    @Test
    void fromTheHeadAllIsNew() {
        Place place = new Place(Start.HEAD);

        assertThat(place.untilTheEnd()).isEmpty();
        assertThat(place.next(entry(1))).contains(Export.after(1));
        assertThat(place.isGoneAtTheEnd()).isFalse();
        assertThat(place.following()).containsExactly("--follow", "--no-tail");
    }

    @Test
    void whatIsOlderThanOfUseIsNotAskedFor() {
        Place place = new Place(Start.since(Instant.parse("2026-11-26T01:00:00.000005Z")));

        assertThat(place.untilTheEnd()).containsExactly("--since=@1795654800.000005");
        assertThat(place.following()).containsExactly("--follow", "--no-tail", "--since=@1795654800.000005");
    }

    @Test
    void theTailBeginsBehindTheLastEntryThereWas() {
        Place place = new Place(Start.TAIL);

        assertThat(place.untilTheEnd()).containsExactly("--lines=1");
        assertThat(place.next(entry(7))).isEmpty();
        assertThat(place.isGoneAtTheEnd()).isFalse();
        assertThat(place.following()).contains("--cursor=" + Export.cursor(7));
        assertThat(place.next(entry(7))).isEmpty();
        assertThat(place.next(entry(8))).contains(Export.after(8));
    }

    @Test
    void theTailOfAnEmptyJournalIsAllThatComes() {
        Place place = new Place(Start.TAIL);
        place.untilTheEnd();

        assertThat(place.isGoneAtTheEnd()).isFalse();
        assertThat(place.following()).containsExactly("--follow", "--no-tail");
        assertThat(place.next(entry(1))).contains(Export.after(1));
        assertThat(place.untilTheEnd()).as("after a fault").isEmpty();
    }

    @Test
    void afterAPositionItsEntryIsNotDeliveredAgain() {
        Place place = new Place(Start.after(Export.after(3)));

        assertThat(place.untilTheEnd()).containsExactly("--cursor=" + Export.cursor(3));
        assertThat(place.next(entry(3))).isEmpty();
        assertThat(place.next(entry(4))).contains(Export.after(4));
        assertThat(place.isGoneAtTheEnd()).isFalse();
    }

    @Test
    void beforeAPositionItsEntryIsDelivered() {
        Place place = new Place(Start.after(Export.after(3).beforeIt()));
        place.untilTheEnd();

        assertThat(place.next(entry(3))).contains(Export.after(3));
        assertThat(place.isGoneAtTheEnd()).isFalse();
    }

    @Test
    void anEntryThatIsGoneIsNoticedAndTheNextOneIsNew() {
        Place place = new Place(Start.after(Export.after(3)));
        place.untilTheEnd();

        assertThat(place.next(entry(9))).contains(Export.after(9));
        assertThat(place.isGoneAtTheEnd()).isTrue();
        assertThat(place.isGoneAtTheEnd()).as("once").isFalse();
    }

    @Test
    void anEntryThatIsGoneWithAllOthersIsNoticed() {
        Place place = new Place(Start.after(Export.after(3)));
        place.untilTheEnd();

        assertThat(place.isGoneAtTheEnd()).isTrue();
    }

    @Test
    void anEntryThatJournaldMovedToDiskIsTheSame() {
        Place place = new Place(Start.after(Export.after(3)));
        place.untilTheEnd();
        String moved = Export.cursor(3).replace(Export.SEQUENCE + ";i=3", LATER_SEQUENCE + ";i=1");

        assertThat(place.next(entry(moved, 3))).isEmpty();
        assertThat(place.isGoneAtTheEnd()).isFalse();
    }

    @Test
    void whatIsNotTakenIsNewAgain() {
        Place place = new Place(Start.HEAD);
        place.untilTheEnd();
        place.taken(place.next(entry(1)).orElseThrow());
        place.next(entry(2));

        assertThat(place.untilTheEnd()).containsExactly("--cursor=" + Export.cursor(1));
        assertThat(place.next(entry(1))).isEmpty();
        assertThat(place.next(entry(2))).contains(Export.after(2));
    }

    @Test
    void positionsRiseThoughTheClockIsSetBackAndTheJournalBegunAnew() {
        Place place = new Place(Start.HEAD);
        place.untilTheEnd();
        Optional<JournalPosition> before = place.next(entry(1000));
        Optional<JournalPosition> anew = place.next(entry(Export.cursor(LATER_SEQUENCE, 2), 2));
        Optional<JournalPosition> next = place.next(entry(Export.cursor(LATER_SEQUENCE, 3), 3));

        assertThat(anew.orElseThrow()).isGreaterThan(before.orElseThrow()).isLessThan(next.orElseThrow());
    }

    @Test
    void anEntryWithoutACursorIsNone() {
        assertThat(new Place(Start.HEAD).next(entry("none", 1))).isEmpty();
    }
}
