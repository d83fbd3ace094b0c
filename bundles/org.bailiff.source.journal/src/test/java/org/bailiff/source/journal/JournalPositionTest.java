// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalPositionTest {
    private static final String LATER_SEQUENCE = "00000000000000000000000000000001";

    @Test
    void itsTextIsReadAgain() {
        JournalPosition behind = Export.after(300);

        assertThat(JournalPosition.parse(behind.text())).isEqualTo(behind);
        assertThat(JournalPosition.parse(behind.beforeIt().text())).isEqualTo(behind.beforeIt());
        assertThat(behind.text()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12 foo", "12 s=1;i=2", "x s=d83cff0a15dd4aa09be7cde05ebb8bd9;i=1;b=2"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> JournalPosition.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCursorIsNeverAnOption() {
        assertThatThrownBy(() -> new JournalPosition(1, "--file=/etc/passwd", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersOrderOneSequenceWhateverTheClockSays() {
        JournalPosition early = new JournalPosition(500, Export.cursor(9), false);
        JournalPosition late = new JournalPosition(100, Export.cursor(16), false);

        assertThat(early).isLessThan(late);
        assertThat(early.beforeIt()).isLessThan(early);
        assertThat(late.beforeIt()).isGreaterThan(early);
        assertThat(late).isEqualByComparingTo(JournalPosition.parse(late.text()));
    }

    @Test
    void theReadersOrderOrdersDifferentSequences() {
        JournalPosition before = new JournalPosition(100, Export.cursor(500), false);
        JournalPosition anew = new JournalPosition(101, Export.cursor(LATER_SEQUENCE, 1), false);

        assertThat(before).isLessThan(anew);
        assertThat(anew).isGreaterThan(before);
    }
}
