// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model test found: files of a stream that were taken for one another, or for later ones. */
class SimilarFilesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final String BANNER = "# the same words at the head of each file\n".repeat(8);

    @TempDir
    private Path temporary;

    private Directory directory;
    private final HandClock clock = new HandClock();
    private final FileReading reading = new FileReading(clock, () -> {});
    private final Recorder recorder = new Recorder();
    private LogSource source;

    @BeforeEach
    void openDirectory() {
        directory = new Directory(temporary);
        source = reading.open(directory.file("log"), Start.HEAD, recorder);
    }

    private void lookAfter(Duration duration) {
        clock.forward(duration);
        reading.missed();
        while (reading.step().isZero()) {
            // It has more to read.
        }
    }

    /** A second later than what was before. */
    private void write(String name, String text) throws IOException {
        clock.forward(SECOND);
        directory.write(name, text);
        Files.setLastModifiedTime(directory.file(name), FileTime.from(clock.instant()));
    }

    @Test
    void aFileThatIsRenamedAfterItsTruncationIsNotTakenForItsCopy() throws IOException {
        write("log", "one\n");
        lookAfter(SECOND);
        directory.rotate("log");
        write("log", BANNER + "unread\n");
        lookAfter(Duration.ZERO);
        directory.truncate("log");
        write("log", BANNER + "another\n");
        directory.rotate("log");
        write("log", "three\n");

        lookAfter(QUIET);
        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).hasSize(11).startsWith("one").endsWith("another", "three");
    }

    @Test
    void whatCameBehindACompressedFileIsReadAlthoughTheOneBeforeWasWrittenLate() throws IOException {
        write("log", "one\n");
        lookAfter(SECOND);
        directory.rotate("log");
        directory.create("log");
        lookAfter(SECOND);
        write("log.1", "two\n");
        write("log", "three\n");
        directory.rotate("log");
        directory.compress("log.1");
        write("log", "four\n");
        directory.rename("log.2", "log.3");
        directory.rename("log.1.gz", "log.2.gz");
        directory.rename("log", "log.1");
        write("log", "five\n");

        lookAfter(QUIET);
        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void aCopyOfWhatIsReadIsNoLaterFile() throws IOException {
        write("log", "one\ntwo\n");
        lookAfter(SECOND);
        clock.forward(SECOND);
        directory.copy("log", "log.1");
        Files.setLastModifiedTime(directory.file("log.1"), FileTime.from(clock.instant()));
        directory.truncate("log");
        write("log", "three\n");
        Files.delete(directory.file("log"));
        lookAfter(QUIET);
        lookAfter(QUIET);
        write("log", "four\n");

        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aCopyThatIsCompressedWhileItIsReadIsNoLaterFile() throws IOException {
        write("log", "one\n");
        lookAfter(SECOND);
        recorder.setFull(true);
        write("log", "two\n");
        directory.copy("log", "log.1");
        Files.setLastModifiedTime(directory.file("log.1"), FileTime.from(clock.instant()));
        directory.truncate("log");
        write("log", "three\n");
        Files.delete(directory.file("log"));
        lookAfter(SECOND);
        directory.compress("log.1");
        recorder.setFull(false);
        source.resume();
        write("log", "four\n");

        lookAfter(QUIET);
        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aFinishedFileThatWasWrittenAfterTheNextOneBeganIsNotReadAgain() throws IOException {
        write("log", "one\n");
        lookAfter(SECOND);
        directory.rotate("log");
        directory.create("log");
        lookAfter(SECOND);
        write("log.1", "two\n");
        write("log", "three\n");
        Files.delete(directory.file("log"));
        lookAfter(QUIET);
        lookAfter(QUIET);
        write("log", "four\n");

        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four");
    }
}
