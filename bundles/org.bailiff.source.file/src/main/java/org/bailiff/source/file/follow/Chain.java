// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.api.source.Start;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a stream that are not read to their end, open: rotated ones, the oldest first, and the present one last.
 * A file is opened as soon as it is seen at the path, so that later renames and deletions do not matter.
 */
final class Chain implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    /** So much the kernel's file times are behind the clock at most: it takes them from its last tick. */
    private static final Duration FILE_TIME_LAG = Duration.ofMillis(10);

    private final Path path;
    private final Losses losses;
    private final Rotations rotations;
    private final Numbering numbering;
    private final Deque<OpenFile> files = new ArrayDeque<>();
    private final FinishedFiles finished = new FinishedFiles();
    private final Succession succession = new Succession();
    private TailMark tail;
    /** Where to go on once there is a file; empty at the beginning of a stream. */
    private Optional<FilePosition> resumeAt;
    /** Whether the rotated files were searched for that place while nothing was at the path. */
    private boolean searched;

    /** The file that was last seen at the path; null before there was one. */
    private OpenFile sighted;
    /** What was written later than that, in a file that is not open, is of a later file. */
    private Instant sightedAt;

    /** What was seen at the path when everything was looked at; null if it was not there. */
    private Sight lastSight;
    /** When everything was looked at. */
    private Instant noticed = Instant.MIN;

    private long rotationsTotal;

    Chain(Path path, Start start, Generations generations) {
        this.path = path;
        this.losses = new Losses(path);
        this.rotations = new Rotations(path, losses);
        this.numbering = new Numbering(path, generations);
        this.tail = start.atTail() ? TailMark.of(path) : TailMark.NONE;
        this.resumeAt = start.from().map(FilePosition.class::cast);
    }

    /**
     * Looks at what the path names now, and opens what is new.
     *
     * @throws IOException if nothing can be read there; what is open stays so
     */
    void notice(Instant now) throws IOException {
        dropOverwritten(now);
        // Whatever the path names now: the file may have been truncated and then renamed.
        noticeTruncation(now);
        observe(now);
        Sight before = lastSight;
        lastSight = null;
        try {
            Sight sight = Sight.of(OpenFile.attributesOf(path), now).orEarlier(before);
            noticePresent(sight.key(), now);
            succession.noticePresent();
            lastSight = sight;
            noticed = now;
        } catch (NoSuchFileException gone) {
            noticeGone(now);
            throw gone;
        } finally {
            succession.noticeLater(files, now);
        }
    }

    private void noticePresent(String key, Instant now) throws IOException {
        if (files.isEmpty()) {
            begin();
        }
        if (files.stream().noneMatch(file -> file.key().equals(key))) {
            extend();
        }
        numbering.numberFirst(files, now);
        if (files.getLast().key().equals(key)) {
            sighted = files.getLast();
            sightedAt = now.minus(FILE_TIME_LAG);
        }
    }

    private void noticeGone(Instant now) throws IOException {
        succession.noticeGone(now);
        tail = TailMark.NONE;
        if (files.isEmpty() && resumeAt.isPresent() && !searched) {
            searched = true;
            Optional<OpenFile> found = find(resumeAt.get());
            if (found.isPresent()) {
                addFound(found.get(), resumeAt.get());
            }
        }
        numbering.numberFirst(files, now);
    }

    private void begin() throws IOException {
        if (resumeAt.isPresent()) {
            resume(resumeAt.get());
            return;
        }
        OpenFile present = OpenFile.open(path);
        if (present.key().equals(tail.key()) && present.size() >= tail.size()) {
            present.goToLineAt(tail.size());
        }
        tail = TailMark.NONE;
        numbering.goOnBehind(0, present.grew());
        add(List.of(present));
    }

    private Optional<OpenFile> find(FilePosition place) throws IOException {
        FilePosition known = place.isOfEmptyFile() ? numbering.furthest(place) : place;
        return known.isOfEmptyFile() ? rotations.findUnwritten(known, numbering.began(known)) : rotations.find(known);
    }

    private void resume(FilePosition place) throws IOException {
        Optional<OpenFile> found = find(place);
        if (found.isPresent()) {
            addFound(found.get(), place);
            return;
        }
        OpenFile present = OpenFile.open(path);
        Instant began = numbering.began(place);
        addWith(present, () -> rotations.after(began, present.key()));
        losses.vanished(place);
        numbering.goOnBehind(place.generation(), began);
        resumeAt = Optional.empty();
    }

    private void addFound(OpenFile file, FilePosition place) throws IOException {
        file.goTo(place);
        if (place.isOfEmptyFile()) {
            // It may be any by now: it gets its number again, or another, by what is in it.
            numbering.goOnBehind(place.generation() - 1, numbering.began(place));
        } else {
            numbering.numberAgain(file, place);
        }
        add(List.of(file));
        resumeAt = Optional.empty();
    }

    private void extend() throws IOException {
        OpenFile present = OpenFile.open(path);
        addWith(present, () -> rotations.between(files.getLast(), beginningOfNext(), keysWith(present)));
    }

    private Set<String> keysWith(OpenFile present) {
        return Stream.concat(files.stream(), Stream.of(present))
                .map(OpenFile::key)
                .collect(Collectors.toSet());
    }

    /** What is found of files that were missed. */
    private interface Missed {
        List<OpenFile> find() throws IOException;
    }

    private void addWith(OpenFile present, Missed search) throws IOException {
        List<OpenFile> missed;
        try {
            missed = finished.closeIn(search.find());
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

    /** A copy over which the next one was written, before it was read, holds lines that are to be read behind it. */
    private void dropOverwritten(Instant now) throws IOException {
        while (files.size() > 1
                && files.getFirst().isCopy()
                && !files.getFirst().isStillTheSame()) {
            losses.overwritten(files.getFirst().position().offset());
            removeFirst(now);
        }
    }

    private void noticeTruncation(Instant now) throws IOException {
        OpenFile present = files.peekLast();
        if (present == null || present.isStillTheSame()) {
            return;
        }
        FilePosition place = present.position();
        numbering.know(place);
        Instant written = present.grew();
        files.removeLast();
        Optional<OpenFile> copy = rotations.findCopy(present.seen(), began(place));
        // What a copy holds was written before it was made, and what comes now after that.
        present.restart(copy.map(OpenFile::grew).orElse(now));
        if (copy.isPresent()) {
            copy.get().noteCopy();
            // The copy itself may be compressed while it is open, and is no later file then.
            sighted = present;
            sightedAt = copy.get().grew();
            addFound(copy.get(), place);
            addWith(present, () -> rotations.between(copy.get(), beginningOfNext(), keysWith(present)));
        } else {
            addWith(present, List::of);
            if (files.getFirst() == present) {
                numbering.goOnBehind(place.generation(), written);
            }
        }
        numbering.numberFirst(files, now);
    }

    /** When a file began that comes after all others. */
    private Instant began(FilePosition place) {
        return files.isEmpty() ? numbering.began(place) : files.getLast().grew();
    }

    /** When the file behind the last one began, at the earliest: not while the last one was at the path. */
    private Instant beginningOfNext() {
        List<OpenFile> all = List.copyOf(files);
        OpenFile last = all.get(all.size() - 1);
        if (last == sighted) {
            return sightedAt;
        }
        return last.generation() > 0 || all.size() == 1
                ? numbering.began(last.position())
                : all.get(all.size() - 2).grew();
    }

    /** What may have been missed, as a sentence; empty if nothing is known to be. */
    String losses() {
        return losses.last();
    }

    /** Where reading goes on, now or after a restart; empty while no file is numbered. */
    Optional<FilePosition> place() {
        return Optional.ofNullable(files.peekFirst())
                .map(OpenFile::position)
                .or(() -> resumeAt)
                .filter(place -> place.generation() > 0);
    }

    /** The file to read; empty if there is none. */
    Optional<OpenFile> first() {
        return Optional.ofNullable(files.peekFirst()).filter(file -> file.generation() > 0);
    }

    /** Whether no file is left to read. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Whether no more will be written to the first file, as far as one can know. */
    boolean isFirstFinished(Instant now) {
        return succession.isFirstFinished(files, now);
    }

    /** Closes the first file: it is read to its end. */
    void removeFirst(Instant now) throws IOException {
        OpenFile done = files.getFirst();
        Instant written = files.size() > 1 ? rotations.lastWritten(done) : done.grew();
        files.removeFirst();
        finished.add(done.position());
        numbering.know(done.position());
        numbering.goOnBehind(done.generation(), written);
        if (done.isDamaged()) {
            losses.torn(rotations.placeOf(done), done.position().offset());
        }
        succession.begin();
        if (files.isEmpty()) {
            resumeAt = Optional.of(done.position());
            searched = true;
        }
        done.close();
        succession.noticeLater(files, now);
        numbering.numberFirst(files, now);
    }

    /**
     * Whether nothing has happened to the one file that is there, which is read to its end, since all of it was looked at:
     * that asks the kernel once.
     */
    boolean isUnchanged(Instant now) throws IOException {
        if (lastSight == null || !lastSight.isSteady(noticed) || first().isEmpty() || files.size() > 1) {
            return false;
        }
        boolean unchanged = Sight.of(OpenFile.attributesOf(path), now).orEarlier(lastSight) == lastSight
                && files.getFirst() == sighted
                && files.getFirst().isRead(lastSight.size());
        if (unchanged) {
            sightedAt = now.minus(FILE_TIME_LAG);
        }
        return unchanged;
    }

    /** Whether the one file that is there goes on as it was. */
    boolean goesOn() throws IOException {
        return files.size() == 1 && first().isPresent() && files.getFirst().goesOn();
    }

    /** Notes whether files have grown since that was last looked at. */
    void observe(Instant now) throws IOException {
        for (OpenFile file : files) {
            file.observe(now);
        }
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
