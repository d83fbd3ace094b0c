// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that was begun and has given no line yet: after a restart nothing is lost of it, whatever became of it. */
class UnwrittenFileTest {
    @TempDir
    private Path temporary;

    private Directory directory;
    private final HandClock clock = new HandClock();
    private FileReading reading = new FileReading(clock, () -> {});
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void openDirectory() {
        directory = new Directory(temporary);
    }

    private LogSource open(Start start) {
        return reading.open(directory.file("log"), start, recorder);
    }

    private void look() {
        for (int second = 0; second < 5; second++) {
            clock.forward(Duration.ofSeconds(1));
            reading.missed();
            while (reading.step().isZero()) {
                // It has more to read.
            }
        }
    }

    private void kill() {
        reading.release();
        reading = new FileReading(clock, () -> {});
    }

    /** Begins, is killed, and answers the text of the position. */
    private String placeKilledAt(Start start) {
        LogSource source = open(start);
        look();
        String place = source.position().orElseThrow().text();
        kill();
        return place;
    }

    private void goOnAt(String place) {
        open(Start.after(reading.parsePosition(place)));
        look();
    }

    /** Later than all that was written; the kernel's file times may stand still for some milliseconds. */
    private void age(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(
                directory.file(name), FileTime.from(clock.instant().plusSeconds(seconds)));
    }

    @Test
    void whereItStandsIsNotKnownBeforeTheFirstLook() throws IOException {
        directory.write("log", "one\n");

        assertThat(open(Start.HEAD).position()).isEmpty();
    }

    @Test
    void ofAnEmptyFileItIsKnownAfterTheFirstLook() throws IOException {
        directory.create("log");
        LogSource source = open(Start.HEAD);

        look();

        assertThat(source.position()).isPresent();
    }

    @Test
    void itStandsBehindWhatWasTaken() throws IOException {
        directory.write("log", "one\ntwo\nhal");
        LogSource source = open(Start.HEAD);

        look();

        Position last = recorder.positions().get(1);
        assertThat(source.position()).contains(last);
    }

    @Test
    void itStaysWhereItBeganWhileTheConsumerHasNoRoom() throws IOException {
        directory.write("log", "one\n");
        recorder.setFull(true);
        String place = placeKilledAt(Start.HEAD);
        recorder.setFull(false);

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void itIsReadWhereItWasWritten() throws IOException {
        directory.create("log");
        String place = placeKilledAt(Start.HEAD);
        directory.write("log", "one\n");

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void itIsReadBeforeTheFilesThatCameAfterIt() throws IOException {
        directory.create("log");
        String place = placeKilledAt(Start.HEAD);
        for (String line : List.of("one\n", "two\n", "three\n")) {
            directory.write("log", line);
            directory.rotate("log");
        }
        directory.write("log", "four\n");

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void itIsReadAfterItWasCompressed() throws IOException {
        directory.create("log");
        String place = placeKilledAt(Start.HEAD);
        directory.write("log", "one\n");
        age("log", 1);
        directory.rotate("log");
        directory.compress("log.1");
        directory.write("log", "two\n");
        age("log", 2);

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void anotherFileWithItsInodeIsNotTakenForIt() throws IOException {
        directory.create("log");
        String place = placeKilledAt(Start.HEAD);
        // The file in which the inode is seen again: the first one was copied away, as if compressed, and its inode
        // freed.
        directory.write("log", "one\n");
        directory.copy("log", "log.2");
        age("log.2", 1);
        directory.write("log.1", "two\n");
        age("log.1", 2);
        directory.truncate("log");
        directory.write("log", "three\n");
        age("log", 3);

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void whatWasRotatedAwayBeforeItBeganIsNotRead() throws IOException {
        directory.write("log.1", "long ago\n");
        age("log.1", -100);
        directory.create("log");
        String place = placeKilledAt(Start.HEAD);
        directory.write("log", "one\n");

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void fromTheTailNothingIsLostThatWasWrittenAfterTheBeginning() throws IOException {
        directory.write("log", "before\n");
        String place = placeKilledAt(Start.TAIL);
        directory.write("log", "one\n");
        directory.rotate("log");
        directory.write("log", "two\n");

        goOnAt(place);

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void whoHadItsFirstLinesHasNoneTwiceBesideOneWhoHadNone() throws IOException {
        directory.create("log");
        LogSource source = open(Start.HEAD);
        look();
        String none = source.position().orElseThrow().text();
        directory.write("log", "one\n");
        look();
        Position had = recorder.positions().get(0);
        kill();
        recorder.clear();
        age("log", 1);
        directory.rotate("log");
        directory.compress("log.1");
        directory.write("log", "two\n");
        age("log", 2);

        reading.parsePosition(had.text());
        goOnAt(none);

        assertThat(recorder.lines()).containsExactly("one", "two");
        assertThat(recorder.positions().get(0)).isEqualByComparingTo(had);
        assertThat(recorder.positions().get(1)).isGreaterThan(had);
    }
}
