// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class JournalBatchTest {
    private static final Instant FIRST = Instant.EPOCH.plus(Export.EPOCH_MICROS, ChronoUnit.MICROS);

    private final JournalBatch batch = new JournalBatch("journal");

    private void add(Export... entries) throws IOException {
        int[] number = {0};
        ExportParser parser = new ExportParser(entry -> batch.add(entry, Export.after(++number[0])));
        for (Export entry : entries) {
            parser.feed(entry.bytes(), entry.bytes().length);
        }
    }

    private String line(int index) {
        int length = batch.end(index) - batch.start(index);
        return new String(batch.buffer(), batch.start(index), length, StandardCharsets.UTF_8);
    }

    @Test
    void linesStandOneBehindTheOther() throws IOException {
        add(Export.entry(1, "one"), Export.entry(2, "x".repeat(100_000)), Export.entry(3, "three"));

        assertThat(batch.count()).isEqualTo(3);
        assertThat(line(0)).isEqualTo("host sshd[42]: one");
        assertThat(line(1)).hasSize(EntryLine.LIMIT).startsWith("host sshd[42]: xxx");
        assertThat(line(2)).isEqualTo("host sshd[42]: three");
        assertThat(batch.cut()).isEqualTo(1);
        assertThat(batch.before()).isEqualTo(Export.after(1).beforeIt());
        assertThat(batch.last()).isEqualTo(Export.after(3));
    }

    @Test
    void itIsFullWhenItHoldsAFewLongLinesOrManyShortOnes() throws IOException {
        Export longLine = Export.entry(1, "x".repeat(100_000));
        add(longLine, longLine, longLine);
        assertThat(batch.isFull()).isFalse();
        add(longLine);
        assertThat(batch.isFull()).isTrue();

        batch.clear();
        assertThat(batch.isFull()).isFalse();
        assertThat(batch.count()).isZero();
    }

    @Test
    void itIsFreshIfJournaldReceivedTheOldestWithinAMinute() throws IOException {
        add(Export.entry(1, "one"), Export.entry(30, "two"));

        batch.arrived(FIRST.plusSeconds(61));
        assertThat(batch.fresh()).isTrue();
        batch.arrived(FIRST.plusSeconds(62));
        assertThat(batch.fresh()).isFalse();
    }
}
