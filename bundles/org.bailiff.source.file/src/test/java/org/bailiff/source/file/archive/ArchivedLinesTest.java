// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bailiff.api.source.LineBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int LIMIT = LineCutter.LINE_LIMIT;

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    private Path write(String name, String text, Instant written) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private void pack(String name, String text, Instant written) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private record Line(String text, Instant arrival) {}

    private List<Line> read(String name, Instant since) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (ArchivedLines past = ArchivedLines.open(folder.resolve(name), since)) {
            for (Optional<LineBatch> batch = past.next(); batch.isPresent(); batch = past.next()) {
                add(batch.get(), lines);
            }
            problems.addAll(past.problems());
        }
        return lines;
    }

    private static void add(LineBatch batch, List<Line> lines) {
        for (int line = 0; line < batch.count(); line++) {
            int length = batch.end(line) - batch.start(line);
            String text = new String(batch.buffer(), batch.start(line), length, StandardCharsets.ISO_8859_1);
            lines.add(new Line(text, batch.arrival()));
        }
    }

    private List<String> texts(String name) throws IOException {
        return read(name, Instant.EPOCH).stream().map(Line::text).toList();
    }

    @Test
    void rotatedFilesAreReadBeforeThePresentOneTheOldestFirstAndUnpacked() throws IOException {
        write("log", "five\n", NOON);
        write("log.1", "four\n", NOON.minusSeconds(10));
        pack("log.2.gz", "three\n", NOON.minusSeconds(20));
        pack("log.10.gz", "one\ntwo\n", NOON.minusSeconds(30));
        write("log.old", "never\n", NOON);
        write("logs.1", "never\n", NOON);

        assertThat(texts("log")).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void datedFilesAreReadByTheirDates() throws IOException {
        write("auth.log", "three\n", NOON);
        write("auth.log-20261121", "two\n", NOON);
        pack("auth-20261120.log.gz", "one\n", NOON);

        assertThat(texts("auth.log")).containsExactly("one", "two", "three");
    }

    @Test
    void aLineArrivesWhenItsFileWasLastWritten() throws IOException {
        write("log", "new\n", NOON);
        pack("log.1.gz", "old\n", NOON.minusSeconds(86400));

        assertThat(read("log", Instant.EPOCH))
                .containsExactly(new Line("old", NOON.minusSeconds(86400)), new Line("new", NOON));
    }

    @Test
    void aFileThatWasNotWrittenSinceIsLeftOutAndAllThatWereAreNot() throws IOException {
        write("log", "new\n", NOON);
        write("log.1", "at it\n", NOON.minusSeconds(60));
        write("log.2", "before\n", NOON.minusSeconds(61));

        assertThat(read("log", NOON.minusSeconds(60))).extracting(Line::text).containsExactly("at it", "new");
    }

    @Test
    void aFileThatIsJustBeingPackedIsReadOnce() throws IOException {
        write("log.1", "once\n", NOON);
        pack("log.1.gz", "once\n", NOON);

        assertThat(texts("log")).containsExactly("once");
    }

    @Test
    void theFilesBehindALinkAreRotatedToo() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        write("real/app.log", "two\n", NOON);
        write("real/app.log.1", "one\n", NOON);
        Files.createSymbolicLink(folder.resolve("log"), folder.resolve("real/app.log"));

        assertThat(texts("log")).containsExactly("one", "two");
    }

    @Test
    void whatIsRenamedWhileItIsReadIsReadAsItWas() throws IOException {
        write("log", "two\n", NOON);
        write("log.1", "one\n", NOON);
        List<Line> lines = new ArrayList<>();

        try (ArchivedLines past = ArchivedLines.open(folder.resolve("log"), Instant.EPOCH)) {
            add(past.next().orElseThrow(), lines);
            Files.move(folder.resolve("log.1"), folder.resolve("log.2"));
            Files.move(folder.resolve("log"), folder.resolve("log.1"));
            write("log", "three\n", NOON);
            add(past.next().orElseThrow(), lines);
            assertThat(past.next()).isEmpty();
        }

        assertThat(lines).extracting(Line::text).containsExactly("one", "two");
    }

    @Test
    void linesEndWithALineFeedOrWithTheirFile() throws IOException {
        write("log", "one\r\n\ntwo\u00e4\nthree", NOON);

        assertThat(texts("log")).containsExactly("one", "", "two\u00e4", "three");
    }

    @Test
    void linesAcrossBlocksAreWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int line = 0; line < 5000; line++) {
            expected.add("line " + line + "-".repeat(line % 97));
            text.append(expected.get(line)).append('\n');
        }
        write("log", text.toString(), NOON);
        pack("log.1.gz", text.toString(), NOON);

        List<String> twice = new ArrayList<>(expected);
        twice.addAll(expected);
        assertThat(texts("log")).isEqualTo(twice);
    }

    @Test
    void ofALongLineTheBeginningIsReadAndTheNextLineIsWhole() throws IOException {
        String whole = "a".repeat(LIMIT);
        write("log", whole + "\r\n" + "b".repeat(3 * LIMIT) + "\nnext\n" + "c".repeat(LIMIT + 1), NOON);

        assertThat(texts("log")).containsExactly(whole, "b".repeat(LIMIT), "next", "c".repeat(LIMIT));
    }

    @Test
    void nulBytesBeforeALineAreNone() throws IOException {
        write("log", "one\n" + "\0".repeat(3 * LIMIT) + "two\n\0\0three\n", NOON);

        assertThat(texts("log")).containsExactly("one", "two", "three");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheOthersAreRead() throws IOException {
        write("log", "two\n", NOON);
        write("log.1.xz", "?", NOON);
        Path torn = write("log.2.gz", "\u001f\u008bnothing that was packed", NOON);
        write("log.3", "one\n", NOON);

        assertThat(texts("log")).containsExactly("one", "two");
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem).contains("log.1.xz", "unpack it"))
                .anySatisfy(problem -> assertThat(problem).contains("cannot read " + torn));
    }

    @Test
    void aLogOfWhichNothingCanBeReadIsRefused() throws IOException {
        write("log.1.xz", "?", NOON);

        assertThatThrownBy(() -> ArchivedLines.open(folder.resolve("log"), Instant.EPOCH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("log.1.xz is left out");
    }
}
