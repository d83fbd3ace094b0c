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
        this.rotations = new Rotations(path);
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
            extend(now);
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
        append(present, now);
    }

    private void resume(FilePosition place, Instant now) throws IOException {
        Optional<OpenFile> found = rotations.find(place);
        if (found.isEmpty()) {
            OpenFile present = OpenFile.open(path);
            LOG.warn("{}: the place where reading ended is in no file any more; reading goes on at the head", path);
            present.takeFingerprint();
            present.number(generations.after(place.generation(), present.key(), now));
            files.add(present);
            rotationsTotal++;
        } else {
            addFound(found.get(), place);
        }
        resumeAt = Optional.empty();
    }

    private void addFound(OpenFile file, FilePosition place) throws IOException {
        file.goTo(place);
        file.takeFingerprint();
        file.number(file.key().equals(place.key()) ? generations.of(place) : place.generation());
        files.add(file);
        resumeAt = Optional.empty();
    }

    private void extend(Instant now) throws IOException {
        OpenFile present = OpenFile.open(path);
        List<OpenFile> missed;
        try {
            missed = rotations.between(files.getLast(), present.key());
        } catch (IOException failed) {
            present.close();
            throw failed;
        }
        for (OpenFile file : missed) {
            append(file, now);
        }
        append(present, now);
        rotationsTotal += missed.size() + 1;
    }

    private void append(OpenFile file, Instant now) throws IOException {
        file.takeFingerprint();
        long previous = files.isEmpty() ? 0 : files.getLast().generation();
        file.number(generations.after(previous, file.key(), now));
        files.add(file);
    }

    private void noticeTruncation(Instant now) throws IOException {
        OpenFile present = files.peekLast();
        if (present == null || present.isStillTheSame()) {
            return;
        }
        FilePosition place = present.position();
        Optional<OpenFile> copy = rotations.findCopy(place);
        if (copy.isPresent()) {
            copy.get().goTo(place);
            copy.get().takeFingerprint();
            copy.get().number(place.generation());
            files.removeLast();
            files.add(copy.get());
            files.add(present);
        }
        // What the copy holds was written before it was made, and what comes now after that.
        Instant truncated = copy.map(OpenFile::grew).orElse(now);
        present.restart(generations.after(place.generation(), present.key(), now), truncated);
        present.takeFingerprint();
        rotationsTotal++;
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
        succession.begin();
        if (files.isEmpty()) {
            resumeAt = Optional.of(done.position());
            searched = true;
        } else {
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
