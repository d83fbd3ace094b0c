// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bailiff.api.source.LineConsumer.Answer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.bailiff.source.file.follow.FileBatch;
import org.bailiff.source.file.follow.FilePosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(4);

    @TempDir
    private Path temporary;

    private Directory directory;
    private final HandClock clock = new HandClock();
    private final FileReading reading = new FileReading(clock, () -> {});
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void openDirectory() {
        directory = new Directory(temporary);
    }

    private LogSource open(Start start) {
        return reading.open(directory.file("log"), start, recorder);
    }

    private void look() {
        reading.missed();
        Duration wait = Duration.ZERO;
        while (wait.isZero()) {
            wait = reading.step();
        }
    }

    private void lookAfter(Duration duration) {
        clock.forward(duration);
        look();
    }

    /** A restart: another reading goes on at the stored position. */
    private Recorder restartAt(Position position) {
        Recorder next = new Recorder();
        FileReading later = new FileReading(clock, () -> {});
        later.open(directory.file("log"), Start.after(FilePosition.parse(position.text())), next);
        for (int second = 0; second < 5; second++) {
            clock.forward(SECOND);
            later.missed();
            while (later.step().isZero()) {
                // It has more to read.
            }
        }
        later.release();
        return next;
    }

    private Position lastPosition() {
        return recorder.positions().get(recorder.positions().size() - 1);
    }

    @Test
    void fromTheHeadAllLinesAreDelivered() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);

        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    /** Long enough that its beginning is known, so that what is told of it is read at once. */
    private void writeLongBeginning() throws IOException {
        directory.write("log", "beginning ".repeat(30) + "\n");
        open(Start.HEAD);
        look();
    }

    private void hearOfIt() {
        reading.written(directory.file("log"));
        while (reading.step().isZero()) {
            // It has more to read.
        }
    }

    @Test
    void whatTheKernelTellsOfIsReadAtOnce() throws IOException {
        writeLongBeginning();
        directory.write("log", "one\ntwo\n");

        hearOfIt();

        assertThat(recorder.lines()).endsWith("one", "two");
    }

    @Test
    void aFileThatWasWrittenAnewIsReadFromItsHeadThoughTheKernelTellsOnlyThatItWasWritten() throws IOException {
        writeLongBeginning();
        directory.truncate("log");
        directory.write("log", "another beginning ".repeat(30) + "\n");

        hearOfIt();

        assertThat(recorder.lines()).endsWith("another beginning ".repeat(30));
    }

    @Test
    void aRenamedFileIsNoticedWithinASecondThoughTheKernelTellsOnlyThatTheNewOneWasWritten() throws IOException {
        writeLongBeginning();
        directory.rename("log", "log.1");
        directory.write("log", "one\n");
        hearOfIt();

        for (int second = 0; second < 5; second++) {
            clock.forward(SECOND);
            hearOfIt();
        }

        assertThat(recorder.lines()).endsWith("one");
    }

    /** Nothing has happened to it for so long that a look asks for no more than its size and its time. */
    private void leaveAlone() throws IOException {
        Files.setLastModifiedTime(
                directory.file("log"), FileTime.from(clock.instant().minusSeconds(60)));
        for (int second = 0; second < 10; second++) {
            lookAfter(SECOND);
        }
    }

    @Test
    void whatIsWrittenAfterALongRestIsRead() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        leaveAlone();

        directory.write("log", "two\n");
        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aFileThatIsOverwrittenAfterALongRestWithAsMuchAsItHadIsReadFromItsHead() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        leaveAlone();

        directory.truncate("log");
        directory.write("log", "two\n");
        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aFileThatComesIntoThePlaceOfOneThatRestedLongIsReadThoughItIsAsLongAndAsOld() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        leaveAlone();

        FileTime time = Files.getLastModifiedTime(directory.file("log"));
        directory.rename("log", "log.1");
        directory.write("log", "two\n");
        Files.setLastModifiedTime(directory.file("log"), time);
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aFileThatRestedLongIsReadFreshly() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        leaveAlone();
        for (int second = 0; second < 100; second++) {
            lookAfter(SECOND);
        }

        directory.write("log", "two\n");
        look();

        assertThat(recorder.wasFresh()).isTrue();
    }

    @Test
    void fromTheTailOnlyLaterLinesAreDelivered() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.TAIL);
        directory.write("log", "three\n");

        look();

        assertThat(recorder.lines()).containsExactly("three");
    }

    @Test
    void fromTheTailALineThatWasHalfWrittenIsDeliveredWhole() throws IOException {
        directory.write("log", "one\ntw");
        open(Start.TAIL);
        directory.write("log", "o\n");

        look();

        assertThat(recorder.lines()).containsExactly("two");
    }

    @Test
    void fromTheTailAFileThatAppearsLaterIsReadFromItsHead() throws IOException {
        open(Start.TAIL);
        look();
        directory.write("log", "one\n");

        look();

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void aHalfWrittenLineWaitsForItsEnd() throws IOException {
        directory.write("log", "one\nhal");
        open(Start.HEAD);
        look();
        assertThat(recorder.lines()).containsExactly("one");

        directory.write("log", "f\n");
        look();

        assertThat(recorder.lines()).containsExactly("one", "half");
    }

    @Test
    void carriageReturnsBelongToTheLineEnd() throws IOException {
        directory.write("log", "one\r\n\r\ntwo\rmore\r\n\n");
        open(Start.HEAD);

        look();

        assertThat(recorder.lines()).containsExactly("one", "", "two\rmore", "");
    }

    @Test
    void aLineAsLongAsTheLimitIsDeliveredWhole() throws IOException {
        String longest = "x".repeat(FileBatch.LINE_LIMIT);
        directory.write("log", longest);
        LogSource source = open(Start.HEAD);
        look();
        directory.write("log", "\nnext\n");

        look();

        assertThat(recorder.lines()).containsExactly(longest, "next");
        assertThat(source.status().linesCutTotal()).isZero();
    }

    @Test
    void ofALongerLineOnlyTheBeginningIsDelivered() throws IOException {
        String tooLong = "x".repeat(10 * FileBatch.LINE_LIMIT);
        directory.write("log", tooLong);
        LogSource source = open(Start.HEAD);
        look();
        directory.write("log", "forged\nnext\n" + tooLong + "\nlast\n");

        look();

        String beginning = tooLong.substring(0, FileBatch.LINE_LIMIT);
        assertThat(recorder.lines()).containsExactly(beginning, "next", beginning, "last");
        assertThat(source.status().linesCutTotal()).isEqualTo(2);
    }

    @Test
    void theRestOfACutLineIsNoLineAfterARestartEither() throws IOException {
        directory.write("log", "x".repeat(3 * FileBatch.LINE_LIMIT));
        open(Start.HEAD);
        look();
        directory.write("log", "forged\nnext\n");

        assertThat(restartAt(lastPosition()).lines()).containsExactly("next");
    }

    @Test
    void nulBytesBeforeALineAreSkipped() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.truncate("log");
        directory.writeAt("log", 300_000, "two\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aRenamedFileIsReadToItsEndBeforeTheNew() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "log.1");
        directory.write("log", "three\n");
        look();
        directory.write("log.1", "two\n");
        lookAfter(SECOND);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
        assertThat(recorder.positions()).isSorted();
    }

    @Test
    void aRenamedFileIsReadAsLongAsTheNewOneIsEmpty() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "log.1");
        directory.create("log");
        lookAfter(Duration.ofHours(1));
        directory.write("log.1", "two\n");
        lookAfter(QUIET);
        directory.write("log", "three\n");
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void aRenamedFileThatIsWrittenForEverDoesNotHoldUpTheNew() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "log.1");
        directory.write("log", "new\n");
        for (int second = 0; second < 40; second++) {
            directory.write("log.1", "old\n");
            lookAfter(SECOND);
        }

        assertThat(recorder.lines()).endsWith("new");
    }

    @Test
    void aNewFileBehindAQuietOneIsReadAtOnce() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        lookAfter(QUIET);
        directory.rename("log", "log.1");
        directory.write("log", "two\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aHalfLineAtTheEndOfAFinishedFileIsALine() throws IOException {
        directory.write("log", "one\nhalf");
        open(Start.HEAD);
        look();
        directory.rename("log", "log.1");
        directory.write("log", "two\n");
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "half", "two");
    }

    @Test
    void severalRotationsWhileNobodyLookedAreFollowedInOrder() throws IOException {
        directory.write("log", "older\n");
        directory.rotate("log");
        directory.write("log", "one\n");
        LogSource source = open(Start.HEAD);
        look();
        directory.write("log", "two\n");
        for (String line : List.of("three\n", "four\n", "five\n")) {
            directory.rotate("log");
            directory.write("log", line);
        }
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four", "five");
        assertThat(recorder.positions()).isSorted();
        assertThat(source.status().rotationsTotal()).isEqualTo(3);
    }

    @Test
    void datedRotationsWhileNobodyLookedAreFollowedInOrder() throws IOException {
        directory.write("log-20261119", "older\n");
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "log-20261120");
        directory.write("log-20261121", "two\n");
        directory.write("log-20261122", "three\n");
        directory.write("log", "four\n");
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aDeletedFileIsReadToItsEndBeforeTheNew() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.write("log", "two\n");
        Files.delete(directory.file("log"));
        directory.write("log", "three\n");
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
    }

    @Test
    void aTruncatedFileIsReadFromItsHead() throws IOException {
        directory.write("log", "one\ntwo\n");
        LogSource source = open(Start.HEAD);
        look();
        directory.truncate("log");
        look();
        directory.write("log", "three\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
        assertThat(recorder.positions()).isSorted();
        assertThat(source.status().rotationsTotal()).isEqualTo(1);
    }

    @Test
    void aFileThatWasTruncatedAndRefilledPastThePlaceIsKnownByItsBeginning() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        directory.truncate("log");
        directory.write("log", "three\nfour\nfive\nsix\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two", "three", "four", "five", "six");
    }

    /** Who writes the file goes on in it: nobody writes the copy. */
    @Test
    void whatWasUnreadWhenAFileWasCopiedAndTruncatedIsReadFromTheCopyAndNothingWaits() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.write("log", "two\n");
        directory.copy("log", "log.1");
        directory.truncate("log");
        directory.write("log", "three\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
        assertThat(recorder.positions()).isSorted();
    }

    @Test
    void aCopyThatIsWrittenOverUnreadIsNotReadInThePlaceOfTheNext() throws IOException {
        directory.write("log", "one\n");
        LogSource source = open(Start.HEAD);
        look();
        recorder.setFull(true);
        for (String line : List.of("two\n", "three and more\n", "four and yet more\n")) {
            directory.write("log", line);
            look();
            directory.copyOver("log", "log.1");
            clock.forward(SECOND);
            Files.setLastModifiedTime(directory.file("log.1"), FileTime.from(clock.instant()));
            directory.truncate("log");
            look();
        }
        directory.write("log", "five\n");
        recorder.setFull(false);
        source.resume();

        look();

        assertThat(recorder.lines()).containsExactly("one", "four and yet more", "five");
        assertThat(recorder.positions()).isSorted();
        assertThat(source.status().reason()).contains("copied and truncated again", "number its copies");
    }

    @Test
    void aConsumerWithoutRoomIsOfferedTheSameLinesAgainOnceItSaysSo() throws IOException {
        LogSource source = open(Start.HEAD);
        recorder.setFull(true);
        directory.write("log", "one\n");
        look();
        recorder.setFull(false);
        look();
        assertThat(recorder.lines()).isEmpty();
        assertThat(source.status().lagBytes()).isEqualTo(4);

        source.resume();
        look();

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void aRotationWhileTheConsumerHasNoRoomIsFollowed() throws IOException {
        LogSource source = open(Start.HEAD);
        recorder.setFull(true);
        directory.write("log", "one\n");
        look();
        directory.rename("log", "log.1");
        directory.write("log", "two\n");
        look();
        Files.delete(directory.file("log.1"));
        recorder.setFull(false);
        source.resume();
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aConsumerWithoutRoomDoesNotHoldUpAnother() throws IOException {
        Recorder other = new Recorder();
        recorder.setFull(true);
        directory.write("log", "one\n");
        open(Start.HEAD);
        reading.open(directory.file("log"), Start.HEAD, other);

        look();

        assertThat(other.lines()).containsExactly("one");
    }

    @Test
    void aConsumerThatThrowsDoesNotHoldUpAnotherAndIsTriedAgain() throws IOException {
        directory.write("log", "one\n");
        int[] calls = {0};
        LogSource source = reading.open(directory.file("log"), Start.HEAD, batch -> {
            calls[0]++;
            throw new IllegalStateException("built in");
        });
        open(Start.HEAD);
        look();
        assertThat(source.status().state()).isEqualTo(State.FAILED);
        assertThat(source.status().reason()).contains("built in");

        lookAfter(SECOND);

        assertThat(calls[0]).isEqualTo(2);
        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void afterCloseNothingIsDelivered() throws IOException {
        LogSource source = open(Start.HEAD);
        look();
        directory.write("log", "one\n");
        source.close();
        source.close();

        look();

        assertThat(recorder.lines()).isEmpty();
    }

    @Test
    void aLargeFileIsReadInTurnWithOthers() throws IOException {
        directory.write("log", "0123456789abcde\n".repeat(200_000));
        directory.write("small", "one\n");
        open(Start.HEAD);
        Recorder other = new Recorder();
        reading.open(directory.file("small"), Start.HEAD, other);

        Duration wait = reading.step();

        assertThat(wait).isZero();
        assertThat(other.lines()).containsExactly("one");
        assertThat(recorder.lines()).hasSizeLessThan(200_000).isNotEmpty();
        look();
        assertThat(recorder.lines()).hasSize(200_000);
    }

    @Test
    void linesAreFreshOnceTheReaderStoodAtTheEnd() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        assertThat(recorder.wasFresh()).isFalse();

        directory.write("log", "two\n");
        lookAfter(Duration.ofSeconds(60));
        assertThat(recorder.wasFresh()).isTrue();

        directory.write("log", "three\n");
        lookAfter(Duration.ofSeconds(61));
        assertThat(recorder.wasFresh()).isFalse();
    }

    @Test
    void aStatusTellsWhatIsMissing() throws IOException {
        LogSource source = open(Start.HEAD);
        look();
        assertThat(source.status().state()).isEqualTo(State.WAITING);
        assertThat(source.status().reason()).contains("log is not there");

        directory.write("log", "one\n");
        look();

        assertThat(source.status().state()).isEqualTo(State.READING);
        assertThat(source.status().reason()).isEmpty();
        assertThat(source.status().positionBytes()).isEqualTo(4);
        assertThat(source.status().lagBytes()).isZero();
        assertThat(source.status().linesReadTotal()).isEqualTo(1);
    }

    @Test
    void aDirectoryIsRefusedWithASentence() throws IOException {
        Files.createDirectory(directory.file("log"));
        LogSource source = open(Start.HEAD);

        look();

        assertThat(source.status().state()).isEqualTo(State.FAILED);
        assertThat(source.status().reason()).contains("it is a directory; name the files in it");
    }

    @Test
    void aLinkToAFileIsFollowed() throws IOException {
        directory.write("real", "one\n");
        Files.createSymbolicLink(directory.file("log"), directory.file("real"));
        open(Start.HEAD);
        look();
        directory.write("real", "two\n");

        look();

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void aFileRenamedAwayAndBackIsNotReadTwice() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "elsewhere");
        look();
        lookAfter(Duration.ofSeconds(61));
        directory.rename("elsewhere", "log");
        directory.write("log", "two\n");
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two");
    }

    @Test
    void afterARestartReadingGoesOnBehindTheStoredLine() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();

        Recorder next = restartAt(recorder.positions().get(0));

        assertThat(next.lines()).containsExactly("two");
        assertThat(next.positions().get(0))
                .isEqualByComparingTo(recorder.positions().get(1));
    }

    @Test
    void afterARestartReadingGoesOnAtThePositionOfAnEarlierVersion() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        String[] parts = recorder.positions().get(0).text().split(" ");
        String earlier = String.join(" ", parts[0], parts[2], parts[3], parts[5]);
        directory.rotate("log");
        directory.write("log", "three\n");

        Recorder next = restartAt(FilePosition.parse(earlier));

        assertThat(next.lines()).containsExactly("two", "three");
        assertThat(next.positions().get(0))
                .isEqualByComparingTo(recorder.positions().get(1));
    }

    @Test
    void whatCannotBeReadForSomeTimeIsReadOnWithoutALossOrALineTwice() throws IOException {
        directory.write("log", "one\n");
        LogSource source = open(Start.HEAD);
        look();
        directory.rename("log", "kept");
        Files.createDirectory(directory.file("log"));
        directory.write("kept", "two\n");
        lookAfter(QUIET);
        assertThat(source.status().state()).isEqualTo(State.FAILED);

        Files.delete(directory.file("log"));
        Files.createSymbolicLink(directory.file("log"), directory.file("nowhere"));
        lookAfter(Duration.ofSeconds(10));
        assertThat(source.status().state()).isEqualTo(State.WAITING);

        Files.delete(directory.file("log"));
        directory.rename("kept", "log");
        directory.write("log", "three\n");
        lookAfter(Duration.ofSeconds(60));

        assertThat(recorder.lines()).containsExactly("one", "two", "three");
        assertThat(source.status().state()).isEqualTo(State.READING);
    }

    @Test
    void whatCannotBeReadAtARestartIsReadOnOnceItCan() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        directory.rename("log", "kept");
        Files.createDirectory(directory.file("log"));
        Recorder next = new Recorder();
        FileReading later = new FileReading(clock, () -> {});
        LogSource source = later.open(
                directory.file("log"),
                Start.after(later.parsePosition(recorder.positions().get(0).text())),
                next);
        later.step();
        assertThat(source.status().state()).isEqualTo(State.FAILED);

        Files.delete(directory.file("log"));
        directory.rename("kept", "log");
        clock.forward(SECOND);
        later.step();

        assertThat(next.lines()).containsExactly("two");
        assertThat(source.status().state()).isEqualTo(State.READING);
        later.release();
    }

    @Test
    @DisabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "permissions do not bind root")
    void permissionLostAndGivenBackLosesNoLine() throws IOException {
        directory.write("log", "one\n");
        LogSource source = open(Start.HEAD);
        look();
        directory.rotate("log");
        directory.write("log", "two\n");
        Files.setPosixFilePermissions(directory.file("log"), Set.of());
        lookAfter(SECOND);
        assertThat(source.status().state()).isEqualTo(State.FAILED);
        assertThat(source.status().reason()).contains("permission denied");

        Files.setPosixFilePermissions(directory.file("log"), PosixFilePermissions.fromString("rw-------"));
        lookAfter(QUIET);
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "two");
        assertThat(source.status().state()).isEqualTo(State.READING);
    }

    @Test
    void afterARestartRotatedFilesAreReadInOrder() throws IOException {
        directory.write("log", "older\n");
        directory.rotate("log");
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        for (String line : List.of("three\n", "four\n")) {
            directory.rotate("log");
            directory.write("log", line);
        }

        Recorder next = restartAt(recorder.positions().get(0));

        assertThat(next.lines()).containsExactly("two", "three", "four");
        assertThat(next.positions()).isSorted();
    }

    @Test
    void afterARestartACompressedRotatedFileIsFoundByItsBeginning() throws IOException {
        directory.write("log", "one\ntwo\n" + "filler\n".repeat(100_000));
        open(Start.HEAD);
        look();
        directory.rotate("log");
        directory.write("log", "three\n");
        directory.rotate("log");
        directory.compress("log.2");
        directory.write("log", "four\n");

        Recorder next = restartAt(recorder.positions().get(0));

        assertThat(next.lines()).hasSize(100_003).startsWith("two", "filler").endsWith("filler", "three", "four");
    }

    @Test
    void afterARestartAFileWithAReusedInodeIsNotTakenForTheOld() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        directory.truncate("log");
        directory.write("log", "three\nfour\nfive\n");

        assertThat(restartAt(lastPosition()).lines()).containsExactly("three", "four", "five");
    }

    @Test
    void afterARestartARotatedFileIsReadAlthoughNothingIsAtThePath() throws IOException {
        directory.write("log", "one\ntwo\n");
        open(Start.HEAD);
        look();
        directory.rotate("log");

        assertThat(restartAt(recorder.positions().get(0)).lines()).containsExactly("two");
    }

    @Test
    void readersOfOneStreamGiveALineTheSamePosition() throws IOException {
        Recorder late = new Recorder();
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rotate("log");
        directory.write("log", "two\n");
        lookAfter(QUIET);
        reading.open(directory.file("log"), Start.after(recorder.positions().get(0)), late);
        look();
        lookAfter(QUIET);

        assertThat(late.lines()).containsExactly("two");
        assertThat(late.positions().get(0))
                .isEqualByComparingTo(recorder.positions().get(1));
    }

    @Test
    void aPipeInPlaceOfALogIsRefusedAndHoldsUpNoOther() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", directory.file("log").toString())
                        .start()
                        .waitFor())
                .isZero();
        directory.write("other", "one\n");
        LogSource source = open(Start.HEAD);
        Recorder other = new Recorder();
        reading.open(directory.file("other"), Start.HEAD, other);

        look();

        assertThat(source.status().state()).isEqualTo(State.FAILED);
        assertThat(source.status().reason()).contains("it is a device, a pipe or a socket");
        assertThat(other.lines()).containsExactly("one");
    }

    @Test
    void whatFailsIsTriedAgainAfterAPauseThatGrows() throws IOException {
        Files.createDirectory(directory.file("log"));
        LogSource source = open(Start.HEAD);
        for (int second = 0; second < 60; second++) {
            clock.forward(SECOND);
            reading.step();
        }
        assertThat(source.status().reason()).endsWith("tried again in 32 s");
        assertThat(source.status().errorsTotal()).isEqualTo(6);

        Files.delete(directory.file("log"));
        directory.write("log", "one\n");
        lookAfter(Duration.ofSeconds(60));

        assertThat(recorder.lines()).containsExactly("one");
        assertThat(source.status().reason()).isEmpty();
    }

    @Test
    void aFaultOfTheConsumerLosesNothingOfADeletedFile() throws IOException {
        directory.write("log", "one\n");
        boolean[] broken = {true};
        reading.open(directory.file("log"), Start.HEAD, batch -> {
            if (broken[0]) {
                throw new IllegalStateException("built in");
            }
            return recorder.take(batch);
        });
        look();
        Files.delete(directory.file("log"));
        broken[0] = false;

        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one");
    }

    @Test
    void ofATornCompressedFileIsReadWhatCanBeAndTheStatusSaysSo() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.write("log", "two\n".repeat(100_000));
        directory.rotate("log");
        directory.compress("log.1");
        byte[] compressed = Files.readAllBytes(directory.file("log.1.gz"));
        Files.write(directory.file("log.1.gz"), Arrays.copyOf(compressed, compressed.length / 2));
        directory.write("log", "three\n");
        FileReading later = new FileReading(clock, () -> {});
        Recorder next = new Recorder();
        LogSource source = later.open(directory.file("log"), Start.after(lastPosition()), next);
        for (int second = 0; second < 5; second++) {
            clock.forward(SECOND);
            later.missed();
            while (later.step().isZero()) {
                // It has more to read.
            }
        }

        assertThat(next.lines()).startsWith("two").endsWith("three");
        assertThat(source.status().reason()).contains("lines may be missed", "is damaged behind its first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a flipped byte of the checksum", "ten bytes missing"})
    void aSmallCompressedFileWithADamagedEndHoldsUpNoLaterOne(String damage) throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.write("log", "two\nthree\n");
        directory.rotate("log");
        directory.compress("log.1");
        byte[] compressed = Files.readAllBytes(directory.file("log.1.gz"));
        compressed[compressed.length - 7] ^= 1;
        int length = damage.startsWith("ten") ? compressed.length - 10 : compressed.length;
        Files.write(directory.file("log.1.gz"), Arrays.copyOf(compressed, length));
        directory.write("log", "four\n");
        FileReading later = new FileReading(clock, () -> {});
        Recorder next = new Recorder();
        LogSource source = later.open(directory.file("log"), Start.after(lastPosition()), next);
        for (int second = 0; second < 5; second++) {
            clock.forward(SECOND);
            later.missed();
            while (later.step().isZero()) {
                // It has more to read.
            }
        }

        assertThat(next.lines()).startsWith("two", "three").endsWith("four");
        assertThat(source.status().state()).isEqualTo(State.READING);
        assertThat(source.status().reason()).contains("lines may be missed", "log.1.gz");
    }

    @Test
    void whatAnotherToolCompressedIsNotReadAndTheStatusSaysSo() throws IOException {
        directory.write("log", "one\n");
        LogSource source = open(Start.HEAD);
        look();
        directory.rename("log", "log.3");
        directory.write("log.2.xz", "not\ntext\n");
        directory.write("log.1", "three\n");
        directory.write("log", "four\n");
        look();
        lookAfter(QUIET);

        assertThat(recorder.lines()).containsExactly("one", "three", "four");
        assertThat(source.status().reason())
                .contains("lines may be missed", "log.2.xz (9 bytes, compressed) cannot be read", "gzip");
    }

    @Test
    void aLinkThatNamesAnotherFileWhileTheDaemonIsDownIsFollowedThroughTheOldOnes() throws IOException {
        directory.write("app-2026-11-24.log", "one\ntwo\n");
        Files.createSymbolicLink(directory.file("log"), directory.file("app-2026-11-24.log"));
        open(Start.HEAD);
        look();
        directory.write("app-2026-11-25.log", "three\n");
        directory.write("app-2026-11-26.log", "four\n");
        Files.delete(directory.file("log"));
        Files.createSymbolicLink(directory.file("log"), directory.file("app-2026-11-26.log"));

        assertThat(restartAt(recorder.positions().get(0)).lines()).containsExactly("two", "three", "four");
    }

    @Test
    void afterARestartAnotherFileThatBeginsAsTheOldIsNotTakenForIt() throws IOException {
        String banner = "# the same words in each file\n".repeat(10);
        directory.write("log", banner + "one\n");
        open(Start.HEAD);
        look();
        directory.truncate("log");
        directory.write("log", banner + "another line that is longer\n");

        assertThat(restartAt(lastPosition()).lines()).hasSize(11).endsWith("another line that is longer");
    }

    @Test
    void afterARestartTheFilesBehindAVanishedOneAreRead() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        Files.delete(directory.file("log"));
        clock.forward(SECOND);
        directory.write("log.1", "three\n");
        Files.setLastModifiedTime(directory.file("log.1"), FileTime.from(clock.instant()));
        directory.write("log", "four\n");

        assertThat(restartAt(lastPosition()).lines()).containsExactly("three", "four");
    }

    @Test
    void aCutLineHasTheSamePositionWhetherItsEndWasThereOrNot() throws IOException {
        directory.write("log", "x".repeat(2 * FileBatch.LINE_LIMIT));
        open(Start.HEAD);
        look();
        directory.write("log", "\nnext\n");
        Recorder late = new Recorder();
        reading.open(directory.file("log"), Start.HEAD, late);

        look();

        assertThat(late.positions().get(0))
                .isEqualByComparingTo(recorder.positions().get(0));
    }

    @Test
    void afterARestartFilesKeepTheNumbersThatPositionsOfOthersKnow() throws IOException {
        directory.write("log", "one\n");
        open(Start.HEAD);
        look();
        directory.rotate("log");
        directory.write("log", "two\n");
        lookAfter(QUIET);
        String slow = recorder.positions().get(0).text();
        String fast = recorder.positions().get(1).text();
        clock.forward(Duration.ofHours(1));
        FileReading later = new FileReading(clock, () -> {});
        Position known = later.parsePosition(fast);
        Recorder next = new Recorder();
        later.open(directory.file("log"), Start.after(later.parsePosition(slow)), next);
        later.step();
        later.step();

        assertThat(next.lines()).containsExactly("two");
        assertThat(next.positions().get(0)).isEqualByComparingTo(known);
    }

    @Test
    @Tag("long")
    void tenThousandFilesAreRead() throws IOException {
        int[] lines = {0};
        for (int number = 0; number < 10_000; number++) {
            directory.write("log" + number, "one\n");
            reading.open(directory.file("log" + number), Start.HEAD, batch -> {
                lines[0] += batch.count();
                return Answer.TAKEN;
            });
        }

        look();

        assertThat(lines[0]).isEqualTo(10_000);
        reading.release();
    }
}
