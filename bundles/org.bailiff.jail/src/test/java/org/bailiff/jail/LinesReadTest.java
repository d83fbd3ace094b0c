// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.api.source.SourceStatus;
import org.junit.jupiter.api.Test;

class LinesReadTest {
    private final LinesRead lines = new LinesRead();

    private static SourceStatus source(String stream, long linesRead) {
        return new SourceStatus(stream, "file", SourceStatus.State.READING, "", 0, 0, linesRead, 0, 0, 0);
    }

    @Test
    void itIsTheSumOfAllSources() {
        assertThat(lines.look(List.of(source("/a", 7), source("/b", 5)))).isEqualTo(12);
        assertThat(lines.look(List.of(source("/a", 9), source("/b", 5)))).isEqualTo(14);
    }

    @Test
    void aSourceThatBeginsAnewAddsToWhatItHadRead() {
        lines.look(List.of(source("/a", 1514)));

        assertThat(lines.look(List.of())).isEqualTo(1514);
        assertThat(lines.look(List.of(source("/a", 0)))).isEqualTo(1514);
        assertThat(lines.look(List.of(source("/a", 61)))).isEqualTo(1575);
    }

    @Test
    void oneThatGoesOnMeanwhileForOthersIsCountedOnce() {
        lines.look(List.of(source("/a", 100)));
        lines.look(List.of());

        assertThat(lines.look(List.of(source("/a", 130)))).isEqualTo(130);
    }
}
