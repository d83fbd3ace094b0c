// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.source.file.follow.FileBatch;
import org.bailiff.source.file.follow.FilePosition;

/**
 * A random course of events around one log, and the model of it: what was written, line by line.
 *
 * <p>It does nothing of which the README says that it cannot be caught.
 */
final class RotationScript {
    private static final String LOG = "log";
    private static final int LONGEST_DRAIN = 200;

    private final Random random;
    private final Directory directory;
    private final HandClock clock = new HandClock();
    private final StringBuilder history = new StringBuilder();
    private final List<String> written = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Position> positions = new ArrayList<>();
    private String half = "";
    private int number;
    /** How many lines had been delivered when a file was last deleted: what is deleted cannot be found again. */
    private int deletedBefore;

    private FileReading reading;
    private Recorder recorder;
    private LogSource source;

    RotationScript(Directory directory, long seed) throws IOException {
        this.directory = directory;
        this.random = new Random(seed);
        open(Start.HEAD);
        writeLines();
        drain();
    }

    /** What was written: each line once, in order; a line longer than the limit by its beginning. */
    List<String> written() {
        return written;
    }

    /** What was delivered, and remembered through restarts. */
    List<String> taken() {
        return taken;
    }

    /** What happened, for the message of a failure. */
    String history() {
        return history.toString();
    }

    void step() throws IOException {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> writeLines();
            case 3 -> writeHalf();
            case 4 -> rotate();
            case 5 -> rotateOften();
            case 6 -> rotateWithASlowWriter();
            case 7 -> copyAndTruncate();
            case 8 -> deleteAndCreate();
            case 9 -> restart();
            case 10 -> compress();
            case 11 -> fillOrEmptyConsumer();
            default -> look(Duration.ofMillis(random.nextInt(5_000)));
        }
    }

    private void note(String event) {
        history.append(event).append("; ");
    }

    private String nextText() {
        number++;
        String text = String.format("%07d %s", number, "x".repeat(random.nextInt(60)));
        boolean tooLong = random.nextInt(40) == 0;
        return tooLong ? text + "y".repeat(FileBatch.LINE_LIMIT + random.nextInt(300_000)) : text;
    }

    private void finishLine(String text) {
        written.add(text.substring(0, Math.min(text.length(), FileBatch.LINE_LIMIT)));
    }

    private void writeLines() throws IOException {
        note("write from " + (number + 1));
        StringBuilder lines = new StringBuilder();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            String text = nextText();
            lines.append(text).append('\n');
            finishLine(half + text);
            half = "";
        }
        directory.write(LOG, lines.toString());
    }

    private void writeHalf() throws IOException {
        note("half " + (number + 1));
        String text = nextText();
        directory.write(LOG, text);
        half += text;
    }

    /** Whatever was half-written stays so. */
    private void endFile() {
        if (!half.isEmpty()) {
            finishLine(half);
            half = "";
        }
    }

    private void rotate() throws IOException {
        if (Files.exists(directory.file(LOG))) {
            note("rotate");
            shift();
            directory.rename(LOG, LOG + ".1");
            endFile();
        }
    }

    private void shift() throws IOException {
        int last = 1;
        while (exists(last)) {
            last++;
        }
        for (int index = last - 1; index >= 1; index--) {
            String suffix = Files.exists(directory.file(LOG + "." + index)) ? "" : ".gz";
            directory.rename(LOG + "." + index + suffix, LOG + "." + (index + 1) + suffix);
        }
    }

    private boolean exists(int index) {
        Path plain = directory.file(LOG + "." + index);
        return Files.exists(plain) || Files.exists(plain.resolveSibling(plain.getFileName() + ".gz"));
    }

    private void rotateOften() throws IOException {
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            rotate();
            if (random.nextInt(4) == 0) {
                directory.create(LOG);
            } else {
                writeLines();
            }
        }
    }

    /** The new file is there already, empty, while the writer goes on with the old one for some time. */
    private void rotateWithASlowWriter() throws IOException {
        if (!Files.exists(directory.file(LOG)) || !half.isEmpty()) {
            return;
        }
        rotate();
        note("slow writer " + (number + 1));
        directory.create(LOG);
        look(Duration.ofMillis(random.nextInt(5_000)));
        String text = nextText();
        directory.write(LOG + ".1", text + "\n");
        finishLine(text);
        look(Duration.ofMillis(random.nextInt(5_000)));
        writeLines();
    }

    private void copyAndTruncate() throws IOException {
        if (!Files.exists(directory.file(LOG))) {
            return;
        }
        // What was never looked at has no fingerprint yet.
        look(Duration.ZERO);
        note("copytruncate");
        shift();
        directory.copy(LOG, LOG + ".1");
        directory.truncate(LOG);
        endFile();
        if (random.nextBoolean()) {
            writeLines();
        }
    }

    private void deleteAndCreate() throws IOException {
        if (!half.isEmpty()) {
            return;
        }
        drain();
        if (Files.deleteIfExists(directory.file(LOG))) {
            note("delete");
            look(Duration.ofSeconds(random.nextInt(90)));
            look(Duration.ZERO);
            deletedBefore = positions.size();
            writeLines();
            drain();
        }
    }

    private void compress() throws IOException {
        int index = 2 + random.nextInt(3);
        if (Files.exists(directory.file(LOG + "." + index))) {
            note("compress " + index);
            directory.compress(LOG + "." + index);
        }
    }

    private void fillOrEmptyConsumer() {
        boolean full = random.nextBoolean();
        note(full ? "full" : "room");
        recorder.setFull(full);
        source.resume();
    }

    private void restart() {
        reading.release();
        int back = Math.min(random.nextInt(6), positions.size() - deletedBefore - 1);
        for (; back > 0; back--) {
            taken.remove(taken.size() - 1);
            positions.remove(positions.size() - 1);
        }
        String stored = positions.get(positions.size() - 1).text();
        note("restart at " + stored);
        open(Start.after(FilePosition.parse(stored)));
    }

    private void open(Start start) {
        recorder = new Recorder();
        reading = new FileReading(clock, () -> {});
        source = reading.open(directory.file(LOG), start, recorder);
    }

    private void look(Duration later) {
        clock.forward(later);
        reading.missed();
        while (reading.step().isZero()) {
            // There is more to read.
        }
        taken.addAll(recorder.lines());
        positions.addAll(recorder.positions());
        if (!recorder.lines().isEmpty()) {
            note("look: " + recorder.lines().get(0).substring(0, 7) + " and "
                    + (recorder.lines().size() - 1) + " more");
        }
        recorder.clear();
    }

    /** Completes what is unfinished, so that every line can be delivered. */
    void end() throws IOException {
        writeLines();
        drain();
    }

    /** Looks until nothing more comes. */
    private void drain() {
        recorder.setFull(false);
        source.resume();
        for (int count = 0; count < LONGEST_DRAIN; count++) {
            int before = taken.size();
            look(Duration.ofSeconds(4));
            if (taken.size() == before && source.status().lagBytes() == half.length()) {
                return;
            }
        }
    }
}
