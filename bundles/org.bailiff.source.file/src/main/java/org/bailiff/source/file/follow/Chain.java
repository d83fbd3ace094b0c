// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a stream that are not read to their end, open: rotated ones, the oldest first, and the present one last.
 * A file is opened as soon as it is seen at the path, so that later renames and deletions do not matter.
 */
final class Chain implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    private final Path path;
    /** Tells positions of this stream from those of others. */
    private final int stream;

    private final Losses losses;
    private final Rotations rotations;
    private final Generations generations;
    private final Deque<OpenFile> files = new ArrayDeque<>();
    private final Succession succession = new Succession();
    private TailMark tail;
    /** Where to go on once there is a file; empty at the beginning of a stream. */
    private Optional<FilePosition> resumeAt;
    /** Whether the rotated files were searched for that place while nothing was at the path. */
    private boolean searched;

    private long rotationsTotal;

    Chain(Path path, Start start, Generations generations) {
        this.path = path;
        this.stream = Fingerprint.checksum(path.toString());
        this.losses = new Losses(path);
        this.rotations = new Rotations(path, losses);
        this.generations = generations;
        this.tail = start.atTail() ? TailMark.of(path) : TailMark.NONE;
        this.resumeAt = start.from().map(FilePosition.class::cast);
    }

    /**
     * Looks at what the path names now, and opens what is new.
     *
     * @throws IOException if nothing can be read there; what is open stays so
     */
    void notice(Instant now) throws IOException {
        // First, and whatever the path names now: the file may have been truncated and then renamed.
        noticeTruncation(now);
        for (OpenFile file : files) {
            file.observe(now);
        }
        try {
            noticePresent(OpenFile.keyOf(OpenFile.attributesOf(path)), now);
            succession.noticePresent();
        } catch (NoSuchFileException gone) {
            noticeGone(now);
            throw gone;
        } finally {
            succession.noticeLater(files, now);
        }
    }

    private void noticePresent(String key, Instant now) throws IOException {
        if (files.isEmpty()) {
            begin(now);
        }
        if (files.stream().noneMatch(file -> file.key().equals(key))) {
            extend();
        }
    }

    private void noticeGone(Instant now) throws IOException {
        succession.noticeGone(now);
        tail = TailMark.NONE;
        if (files.isEmpty() && resumeAt.isPresent() && !searched) {
            searched = true;
            Optional<OpenFile> found = rotations.find(resumeAt.get());
            if (found.isPresent()) {
                addFound(found.get(), resumeAt.get());
            }
        }
    }

    private void begin(Instant now) throws IOException {
        if (resumeAt.isPresent()) {
            resume(resumeAt.get(), now);
            return;
        }
        OpenFile present = OpenFile.open(path);
        if (present.key().equals(tail.key()) && present.size() >= tail.size()) {
            present.goToLineAt(tail.size());
        }
        tail = TailMark.NONE;
        add(List.of(present));
        numberFirst(0, present.grew(), now);
    }

    private void resume(FilePosition place, Instant now) throws IOException {
        Optional<OpenFile> found = rotations.find(place);
        if (found.isPresent()) {
            addFound(found.get(), place);
            return;
        }
        OpenFile present = OpenFile.open(path);
        addWith(present, () -> rotations.after(place, present.key()));
        losses.vanished(place);
        numberFirst(place.generation(), Instant.ofEpochMilli(place.began()), now);
        resumeAt = Optional.empty();
    }

    private void addFound(OpenFile file, FilePosition place) throws IOException {
        file.goTo(place);
        file.number(stream, generations.of(file, place), place.began());
        add(List.of(file));
        resumeAt = Optional.empty();
    }

    private void extend() throws IOException {
        OpenFile present = OpenFile.open(path);
        addWith(present, () -> rotations.between(files.getLast(), beginningOfLast(), present.key()));
    }

    /** What is found of files that were missed. */
    private interface Missed {
        List<OpenFile> find() throws IOException;
    }

    private void addWith(OpenFile present, Missed search) throws IOException {
        List<OpenFile> missed;
        try {
            missed = search.find();
        } catch (IOException failed) {
            present.close();
            throw failed;
        }
        add(missed);
        add(List.of(present));
        rotationsTotal += missed.size() + 1;
    }

    private void add(List<OpenFile> opened) throws IOException {
        files.addAll(opened);
        for (OpenFile file : opened) {
            file.takeFingerprint();
        }
    }

    /**
     * A file gets its number when it is to be read: only then is it known until when the one before was written. What
     * was written later than that is of this file or a later one.
     */
    private void numberFirst(long previous, Instant began, Instant now) throws IOException {
        OpenFile first = files.getFirst();
        if (first.generation() == 0) {
            first.number(stream, generations.after(previous, stream, files, now), began.toEpochMilli());
        }
    }

    private void noticeTruncation(Instant now) throws IOException {
        OpenFile present = files.peekLast();
        if (present == null || present.isStillTheSame()) {
            return;
        }
        FilePosition place = present.position();
        know(place);
        Instant written = present.grew();
        files.removeLast();
        Optional<OpenFile> copy = rotations.findCopy(place, began(place));
        // What a copy holds was written before it was made, and what comes now after that.
        present.restart(copy.map(OpenFile::grew).orElse(now));
        if (copy.isPresent()) {
            addFound(copy.get(), place);
            addWith(present, () -> rotations.between(copy.get(), beginningOfLast(), present.key()));
        } else {
            addWith(present, List::of);
            numberFirst(place.generation(), written, now);
        }
    }

    /** When a file began that comes after all others. */
    private Instant began(FilePosition place) {
        return files.isEmpty()
                ? Instant.ofEpochMilli(place.began())
                : files.getLast().grew();
    }

    private Instant beginningOfLast() {
        List<OpenFile> all = List.copyOf(files);
        OpenFile last = all.get(all.size() - 1);
        return last.generation() > 0 || all.size() == 1
                ? Instant.ofEpochMilli(last.position().began())
                : all.get(all.size() - 2).grew();
    }

    private void know(FilePosition place) {
        if (place.generation() > 0) {
            generations.know(place);
        }
    }

    /** What may have been missed, as a sentence; empty if nothing is known to be. */
    String losses() {
        return losses.last();
    }

    /** The file to read; empty if there is none. */
    Optional<OpenFile> first() {
        return Optional.ofNullable(files.peekFirst());
    }

    /** Whether no more will be written to the first file, as far as one can know. */
    boolean isFirstFinished(Instant now) {
        return succession.isFirstFinished(files, now);
    }

    /** Closes the first file: it is read to its end. */
    void removeFirst(Instant now) throws IOException {
        OpenFile done = files.removeFirst();
        know(done.position());
        if (done.isDamaged()) {
            losses.torn(done.position().offset());
        }
        succession.begin();
        if (files.isEmpty()) {
            resumeAt = Optional.of(done.position());
            searched = true;
        } else {
            numberFirst(done.generation(), rotations.lastWritten(done), now);
            succession.noticeLater(files, now);
        }
        done.close();
    }

    /** Whether anything is written in any of the files that was not looked at. */
    boolean hasNews() throws IOException {
        for (OpenFile file : files) {
            if (file.hasNews()) {
                return true;
            }
        }
        return false;
    }

    /** Bytes that are written and not taken. */
    long lag() throws IOException {
        long sum = 0;
        for (OpenFile file : files) {
            sum += file.lag();
        }
        return sum;
    }

    long rotationsTotal() {
        return rotationsTotal;
    }

    /** Closes all files after an error; the next look opens them again, and goes on where reading was. */
    void abandon() {
        if (!files.isEmpty()) {
            resumeAt = Optional.of(files.getFirst().position());
            searched = false;
        }
        close();
    }

    @Override
    public void close() {
        for (OpenFile file : new ArrayList<>(files)) {
            try {
                file.close();
            } catch (IOException failed) {
                LOG.debug("closing a file of {} failed", path, failed);
            }
        }
        files.clear();
        succession.begin();
    }
}
