// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.bailiff.api.source.LogArchive.Holdings;
import org.bailiff.api.source.PastLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArchiveTest {
    @TempDir
    private Path temporary;

    private Directory logs;
    private final FileArchive archive = new FileArchive();

    @BeforeEach
    void start() {
        logs = new Directory(temporary);
    }

    @Test
    void aGlobNamesLogsAndNotTheirRotatedFiles() throws IOException {
        logs.write("a.log", "x\n");
        logs.write("a.log.1", "x\n");
        logs.write("b.log", "x\n");
        logs.write("c.log.1", "x\n");

        Holdings holdings = archive.find(temporary + "/*.log*");

        assertThat(holdings.streams())
                .containsExactly(temporary + "/a.log", temporary + "/b.log", temporary + "/c.log.1");
        assertThat(holdings.problems()).isEmpty();
    }

    @Test
    void aRotatedFileThatIsNamedIsALog() throws IOException {
        logs.write("a.log", "x\n");
        logs.write("a.log.1", "x\n");

        assertThat(archive.find(temporary + "/a.log.1").streams()).containsExactly(temporary + "/a.log.1");
    }

    @Test
    void aLogThatWasRotatedAwayAndNotBegunAnewIsThere() throws IOException {
        logs.write("a.log.1", "x\n");

        assertThat(archive.find(temporary + "/a.log").streams()).containsExactly(temporary + "/a.log");
        try (PastLines lines = archive.open(temporary + "/a.log", Instant.EPOCH)) {
            assertThat(lines.next()).isPresent();
        }
    }

    @Test
    void whyAPatternNamesNothingIsSaid() {
        assertThat(archive.find(temporary + "/no.log").problems())
                .singleElement()
                .asString()
                .contains("no file matches");
        assertThat(archive.find("relative").problems())
                .singleElement()
                .asString()
                .contains("not an absolute path");
    }

    @Test
    void theLinesAreThoseOfTheLog() throws IOException {
        logs.write("a.log", "x\n");

        try (PastLines lines = archive.open(temporary + "/a.log", Instant.EPOCH)) {
            assertThat(lines.next().orElseThrow().stream()).isEqualTo(temporary + "/a.log");
            assertThat(lines.next()).isEmpty();
        }
    }
}
