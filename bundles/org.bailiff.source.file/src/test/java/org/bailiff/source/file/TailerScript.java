// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bailiff.api.source.Position;
import org.bailiff.source.file.follow.FileBatch;
import org.bailiff.source.file.model.ModelJail;
import org.bailiff.source.file.model.ModelLog;

/**
 * A random course of events around some logs: what their writers, logrotate, an operator and kill -9 do. What the README
 * says that it is lost, the model does not expect; all else it does.
 */
final class TailerScript {
    /** So many looks deliver whatever there is. */
    private static final int ENOUGH = 15;

    private static final int KEPT_FILES = 5;
    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final Random random;
    private final HandClock clock = new HandClock();
    private final Path glob;
    private final Map<Path, ModelLog> logs = new LinkedHashMap<>();
    private final List<String> history = new ArrayList<>();
    /** How each new file begins, so that one looks like another. */
    private final String banner;

    private final boolean copies;
    /** Whether the logs are there, and empty, before they have a line. */
    private final boolean beginsEmpty;
    /** Whether the kernel tells of what is written. */
    private final boolean hears;

    private ModelReader reader;
    private ModelLog log;
    private boolean down;
    private int number;

    TailerScript(Path directory, long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        beginsEmpty = seed % 2 == 0;
        hears = seed % 4 == 0;
        glob = directory.resolve("log?");
        copies = random.nextInt(3) == 0;
        banner = random.nextInt(3) == 0 ? "# the same words at the head of each file\n".repeat(8) : "";
        boolean dated = random.nextInt(3) == 0;
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            Path path = directory.resolve("log" + (char) ('A' + count));
            logs.put(path, new ModelLog(path, clock, dated));
        }
        reader = new ModelReader(clock, glob, logs);
    }

    /** What happened so far. */
    String history() {
        return String.join("; ", history);
    }

    void run(int steps) throws IOException {
        begin();
        for (int step = 0; step < steps; step++) {
            log = List.copyOf(logs.values()).get(random.nextInt(logs.size()));
            step();
            pass(Duration.ofMillis(random.nextInt(300)));
        }
        for (ModelLog last : logs.values()) {
            log = last;
            writeLines();
        }
        drain();
    }

    /**
     * Each jail has had a line, or knows where it began: without a position it would begin at the present file, whatever
     * was before.
     */
    private void begin() throws IOException {
        for (ModelLog first : logs.values()) {
            log = first;
            if (beginsEmpty) {
                beginEmpty();
            } else {
                writeLines();
                lookAfter(SHORTEST);
                log.jails().forEach(ModelJail::keep);
            }
        }
    }

    private void beginEmpty() throws IOException {
        log.create();
        lookAfter(SHORTEST);
        Position beginning = reader.position(log);
        note("begin at " + beginning.text());
        log.jails().forEach(jail -> jail.keepBeginning(beginning));
        pass(Duration.ZERO);
    }

    private void note(String event) {
        history.add(log.path().getFileName() + " " + event);
    }

    private void pass(Duration time) {
        clock.forward(SHORTEST.plus(time));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private void step() throws IOException {
        switch (random.nextInt(21)) {
            case 0, 1, 2, 3 -> writeLines();
            case 4, 5 -> writeHalf();
            case 6 -> rotateOften();
            case 7 -> rotateWithASlowWriter();
            case 8 -> delete();
            case 9, 20 -> killOrStart();
            case 10 -> compress();
            case 11 -> truncate();
            case 12 -> fillOrEmptyJails();
            case 13, 14 -> keep();
            case 15 -> lookAfter(Duration.ofSeconds(random.nextInt(100)));
            default -> lookAfter(Duration.ofMillis(random.nextInt(5_000)));
        }
    }

    /** A line without its end. Its number comes first, so that no two are alike. */
    private String nextLine() {
        number++;
        String text = String.format("%08d %s", number, "x".repeat(random.nextInt(50)));
        return switch (random.nextInt(30)) {
            case 0 -> fill(text, FileBatch.LINE_LIMIT + random.nextInt(300_000));
            case 1 -> fill(text, FileBatch.LINE_LIMIT + random.nextInt(3) - 1);
            case 2 -> text + "\u0000\u0000z";
            case 3 -> text + "\u00ff\u00fe\u00c3(";
            case 4, 5 -> text + "\r";
            default -> text;
        };
    }

    /** All of it is of its own: a place within is told by what stands before it. */
    private static String fill(String text, int length) {
        return text.repeat(length / text.length() + 1).substring(0, length);
    }

    private String nextLines() {
        StringBuilder lines = new StringBuilder();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            String blanks = oneIn(20) ? "\u0000".repeat(random.nextInt(500)) : "";
            lines.append(blanks).append(nextLine()).append(oneIn(20) ? "\r\n" : "\n");
        }
        return lines.toString();
    }

    private String bannerIfNew() {
        return log.isEmpty() ? banner : "";
    }

    private void writeLines() throws IOException {
        note("write from " + (number + 1));
        log.write(bannerIfNew() + nextLines());
        log.reopen();
        hearOrNot();
    }

    private void writeHalf() throws IOException {
        if (log.isEmpty() && !banner.isEmpty()) {
            return;
        }
        note("half " + (number + 1));
        log.write(nextLine());
        log.reopen();
        hearOrNot();
    }

    private void hearOrNot() {
        if (hears && !down && oneIn(2)) {
            pass(Duration.ZERO);
            int before = log.jails().get(0).lines();
            reader.hear(log);
            note("hear of " + (log.jails().get(0).lines() - before) + " lines");
        }
    }

    private void rotateOften() throws IOException {
        for (int count = oneIn(3) ? 1 + random.nextInt(4) : 1; count > 0; count--) {
            rotate();
            pass(Duration.ZERO);
            if (log.isPresent() || !oneIn(4)) {
                writeLines();
            } else {
                log.create();
                log.reopen();
            }
            pass(Duration.ZERO);
        }
    }

    private void rotate() throws IOException {
        if (!log.isPresent()) {
            return;
        }
        if (copies) {
            copyAndTruncate();
        } else {
            note("rotate");
            makeRoom();
            log.rename();
        }
    }

    private void makeRoom() throws IOException {
        if (log.rotatedFiles() == KEPT_FILES) {
            log.deleteOldest();
        }
    }

    private void copyAndTruncate() throws IOException {
        if (!down && !log.isKnown()) {
            // What was never looked at is lost; see the README.
            lookAfter(Duration.ZERO);
        }
        pass(Duration.ZERO);
        note("copy");
        makeRoom();
        log.copy();
        if (oneIn(5)) {
            note("write in vain");
            log.writeInVain(nextLine() + "\n");
        }
        note("truncate");
        pass(Duration.ZERO);
        log.truncate();
    }

    /** The new file is there already, empty, while the writer goes on with the old one for some time. */
    private void rotateWithASlowWriter() throws IOException {
        if (copies || !log.isPresent() || log.endsWithinALine()) {
            return;
        }
        rotate();
        log.create();
        lookOrNot();
        note("write slowly from " + (number + 1));
        log.writeToRenamed(nextLines());
        lookOrNot();
        if (oneIn(3)) {
            killOrStart();
        }
        writeLines();
    }

    private void lookOrNot() {
        if (!oneIn(3)) {
            lookAfter(Duration.ofMillis(random.nextInt(5_000)));
        }
    }

    /** The path names nothing, for a moment or for longer. */
    private void delete() throws IOException {
        if (log.isPresent() && oneIn(2)) {
            note("delete");
            log.delete();
            lookOrNot();
            if (oneIn(3)) {
                lookAfter(Duration.ofSeconds(random.nextInt(90)));
            }
        } else if (log.rotatedFiles() > 0 && oneIn(2)) {
            note("delete the oldest");
            log.deleteOldest();
        }
    }

    private void compress() throws IOException {
        int index = random.nextInt(3);
        if (!log.isPlain(index)) {
            return;
        }
        note("compress " + (index + 1));
        if (index == 0) {
            log.reopen();
        }
        if (oneIn(8)) {
            log.compressUnreadably(index);
            return;
        }
        log.beginCompression(index, oneIn(2));
        if (oneIn(3)) {
            killOrStart();
        }
        lookOrNot();
        log.endCompression(index);
    }

    private void truncate() throws IOException {
        // A place in a file that was truncated, kept, and deleted is found by nothing: two jails that kept such places
        // are
        // not told apart, and reading at once makes that frequent.
        if (!hears && log.isPresent() && oneIn(2)) {
            note("truncate without a copy");
            log.loseLast();
            log.truncate();
            if (oneIn(2)) {
                writeLines();
            }
        }
    }

    private void fillOrEmptyJails() {
        if (down) {
            return;
        }
        boolean full = random.nextBoolean();
        note(full ? "full" : "room");
        reader.setFull(full);
    }

    private void keep() {
        if (down) {
            return;
        }
        ModelJail jail = log.jails().get(random.nextInt(2));
        jail.keep();
        note("keep " + jail);
    }

    /** By kill -9, and back at once or after something happened, or more rarely after much. */
    private void killOrStart() {
        if (down) {
            start();
        } else {
            note("kill");
            reader.kill();
            logs.values().forEach(ModelLog::killed);
            down = true;
            if (oneIn(3)) {
                start();
            }
        }
    }

    private void start() {
        reader = new ModelReader(clock, glob, logs);
        down = false;
        note("start at " + log.jails());
    }

    private void lookAfter(Duration time) {
        clock.forward(time);
        if (!down) {
            int before = log.jails().get(0).lines();
            reader.look();
            note("look after " + time.toMillis() + " ms, and "
                    + (log.jails().get(0).lines() - before) + " lines");
        }
    }

    /** Looks until every line can have been delivered. */
    private void drain() {
        if (down) {
            start();
        }
        reader.setFull(false);
        note("drain");
        for (int count = 0; count < ENOUGH; count++) {
            clock.forward(Duration.ofSeconds(4));
            reader.look();
        }
        logs.values().stream()
                .flatMap(last -> last.jails().stream())
                .flatMap(jail -> jail.missing().stream())
                .findFirst()
                .ifPresent(missing -> {
                    throw new AssertionError(missing);
                });
    }
}
