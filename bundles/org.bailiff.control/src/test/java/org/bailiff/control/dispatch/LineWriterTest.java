// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineWriterTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void aLastLineWithoutALineEndIsWrittenAtTheEnd() {
        try (PrintWriter writer = LineWriter.to(sink())) {
            writer.print("one\ntwo");
        }

        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aLineThatNeverEndsIsBrokenSoThatMemoryIsBounded() {
        try (PrintWriter writer = LineWriter.to(sink())) {
            for (int count = 0; count < 1000; count++) {
                writer.print("x".repeat(1000));
            }
        }

        assertThat(lines).allMatch(line -> line.length() <= 64 * 1024);
        assertThat(lines.stream().mapToInt(String::length).sum()).isEqualTo(1_000_000);
    }

    @Test
    void lettersOfOtherLanguagesStay() {
        try (PrintWriter writer = LineWriter.to(sink())) {
            writer.println("Grüße, 世界");
        }

        assertThat(lines).containsExactly("Grüße, 世界");
    }

    private LineSink sink() {
        return new LineSink() {
            @Override
            public void line(String text) {
                lines.add(text);
            }

            @Override
            public void flush() {}
        };
    }
}
