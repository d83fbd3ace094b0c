// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FilePositionTest {
    private static final FilePosition PLACE = new FilePosition(
            1795404242313L,
            1795404240000L,
            0xabc,
            149,
            false,
            new Fingerprint(120, -1756058902),
            new Fingerprint(32, 17),
            "(dev=fe00,ino=2254036)");

    @Test
    void itsTextIsReadBackAsTheSame() {
        assertThat(PLACE.text())
                .isEqualTo("1795404242313 1795404240000.abc 149 120:9754aaea 32:11 (dev=fe00,ino=2254036)");
        assertThat(FilePosition.parse(PLACE.text())).isEqualTo(PLACE);
        FilePosition inside = new FilePosition(1, 1, 1, 2, true, Fingerprint.NONE, Fingerprint.NONE, "key");
        assertThat(FilePosition.parse(inside.text())).isEqualTo(inside);
    }

    @Test
    void theTextOfAnEarlierVersionIsRead() {
        FilePosition place = FilePosition.parse("1795404242313 149+ 120:9754aaea (dev=fe00,ino=2254036)");

        assertThat(place)
                .isEqualTo(new FilePosition(
                        1795404242313L,
                        1795404242313L,
                        0,
                        149,
                        true,
                        new Fingerprint(120, -1756058902),
                        Fingerprint.NONE,
                        "(dev=fe00,ino=2254036)"));
        assertThat(FilePosition.parse(place.text())).isEqualTo(place);
    }

    @Test
    void whatIsNotItsTextIsRefused() {
        for (String text : new String[] {"", "1 2 3", "1 -2 3:4 key", "1 2 3:4 ", "1 2 999:4 key", "x"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> FilePosition.parse(text));
        }
    }

    @Test
    void positionsAreOrderedByFileAndThenByOffset() {
        FilePosition further = new FilePosition(
                PLACE.generation(), PLACE.began(), 1, 150, false, Fingerprint.NONE, Fingerprint.NONE, PLACE.key());
        FilePosition nextFile =
                new FilePosition(PLACE.generation() + 1, 0, 1, 0, false, Fingerprint.NONE, Fingerprint.NONE, "other");

        assertThat(PLACE).isLessThan(further);
        assertThat(further).isLessThan(nextFile);
        assertThat(PLACE).isEqualByComparingTo(FilePosition.parse(PLACE.text()));
    }
}
