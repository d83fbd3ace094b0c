// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the earlier files of a stream: in its directory, under names that rotation made from its name. */
final class Rotations {
    private static final int ATTEMPTS = 5;
    private static final Comparator<RotatedFile> BY_TIME =
            Comparator.comparing(RotatedFile::modified).thenComparing(RotatedFile::name, RotatedName.AGE);

    private final Path stream;
    private final RotatedFiles files;
    private final Losses losses;

    /**
     * @param losses hears what cannot be read
     */
    Rotations(Path stream, Losses losses) {
        this.stream = stream;
        this.files = new RotatedFiles(stream);
        this.losses = losses;
    }

    /** A search during which nothing is renamed or deleted, or else it is done again. */
    private interface Search<T> {
        T run() throws IOException;
    }

    private static <T> T undisturbed(Search<T> search) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return search.run();
            } catch (NoSuchFileException renamedMeanwhile) {
                // Under its new name, or compressed, it is found by the next search.
            }
        }
        return search.run();
    }

    /**
     * The file that a position is in: the present one or a rotated one, by inode and fingerprint; or else, because it
     * was copied or compressed, or its device got another number, by fingerprint alone.
     */
    Optional<OpenFile> find(FilePosition place) throws IOException {
        boolean there = Files.exists(stream);
        boolean same = there && OpenFile.keyOf(OpenFile.attributesOf(stream)).equals(place.key());
        // The usual case, for which no directory is listed.
        Optional<OpenFile> present = same ? presentIfItHolds(place) : Optional.empty();
        return present.isPresent() ? present : undisturbed(() -> findElsewhere(place, there && !same));
    }

    private Optional<OpenFile> findElsewhere(FilePosition place, boolean presentToo) throws IOException {
        List<RotatedFile> rotated = files.list();
        Optional<OpenFile> found = firstThatHolds(place, rotated.stream().filter(file -> isSame(file, place)));
        // An empty fingerprint agrees with every file.
        if (found.isPresent() || place.fingerprint().length() == 0) {
            return found;
        }
        found = presentToo ? presentIfItHolds(place) : Optional.empty();
        return found.isPresent()
                ? found
                : firstThatHolds(place, rotated.stream().filter(file -> !isSame(file, place)));
    }

    /**
     * The file of a position that was taken while it was empty. Nothing but its inode is known, and that may be another
     * file's by now. So it is the one with the inode if no file that was written after it began is older.
     *
     * @param began when it began, at the earliest
     */
    Optional<OpenFile> findUnwritten(FilePosition place, Instant began) throws IOException {
        return undisturbed(() -> {
            Optional<RotatedFile> oldest = files.list().stream()
                    .filter(file -> isSame(file, place) || file.isAfter(began))
                    .min(BY_TIME);
            if (oldest.isPresent()) {
                return firstThatHolds(place, oldest.stream().filter(file -> isSame(file, place)));
            }
            return isPresent(place) ? presentIfItHolds(place) : Optional.empty();
        });
    }

    /** By its inode. */
    private boolean isPresent(FilePosition place) throws IOException {
        return Files.exists(stream)
                && OpenFile.keyOf(OpenFile.attributesOf(stream)).equals(place.key());
    }

    private static boolean isSame(RotatedFile file, FilePosition place) {
        return file.key().equals(place.key());
    }

    private Optional<OpenFile> presentIfItHolds(FilePosition place) throws IOException {
        return onlyIfItHolds(place, OpenFile.open(stream));
    }

    /**
     * A copy, made after the file began, of one that was then truncated, with no less of it than was seen: so the file
     * itself, renamed after the truncation, is none.
     *
     * @param seen up to where the file was known before it was truncated
     */
    Optional<OpenFile> findCopy(FilePosition seen, Instant began) throws IOException {
        if (seen.fingerprint().length() == 0) {
            return Optional.empty();
        }
        return undisturbed(() -> firstThatHolds(seen, files.list().stream().filter(file -> file.isAfter(began))));
    }

    private Optional<OpenFile> firstThatHolds(FilePosition place, Stream<RotatedFile> candidates) throws IOException {
        for (RotatedFile candidate :
                candidates.filter(file -> !file.isUnreadable()).toList()) {
            Optional<OpenFile> file = open(candidate);
            Optional<OpenFile> found = file.isPresent() ? onlyIfItHolds(place, file.get()) : file;
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<OpenFile> onlyIfItHolds(FilePosition place, OpenFile file) throws IOException {
        boolean holds = false;
        try {
            holds = file.holds(place);
            return holds ? Optional.of(file) : Optional.empty();
        } finally {
            if (!holds) {
                file.close();
            }
        }
    }

    /** Empty, and told, if it cannot be read. */
    private Optional<OpenFile> open(RotatedFile file) throws IOException {
        if (file.isUnreadable()) {
            losses.unreadable(file);
            return Optional.empty();
        }
        OpenFile opened;
        try {
            opened = OpenFile.openRotated(file.path());
        } catch (NoSuchFileException renamedMeanwhile) {
            throw renamedMeanwhile;
        } catch (IOException unreadable) {
            losses.failed(file, unreadable);
            return Optional.empty();
        }
        if (!opened.key().equals(file.key())) {
            opened.close();
            throw new NoSuchFileException(file.path().toString());
        }
        return Optional.of(opened);
    }

    private List<OpenFile> openAll(List<RotatedFile> rotated) throws IOException {
        List<OpenFile> opened = new ArrayList<>();
        try {
            for (RotatedFile file : rotated) {
                open(file).ifPresent(opened::add);
            }
            return opened;
        } catch (IOException disturbed) {
            for (OpenFile file : opened) {
                file.close();
            }
            throw disturbed;
        }
    }

    /**
     * The files that came between a file of this stream and the present one, which both were open at some time, oldest
     * first: the path named them only while nobody looked.
     *
     * @param since when the first of them began, at the earliest
     * @param open the keys of the files that are open
     */
    List<OpenFile> between(OpenFile earlier, Instant since, Set<String> open) throws IOException {
        return undisturbed(() -> {
            List<RotatedFile> rotated = files.list();
            Optional<RotatedName> name = nameOf(earlier, rotated);
            return openAll(newer(rotated, name, since).stream()
                    .filter(file -> !open.contains(file.key()))
                    .toList());
        });
    }

    /** The files that were written after that time, oldest first. */
    List<OpenFile> after(Instant began, String present) throws IOException {
        return undisturbed(() -> openAll(files.list().stream()
                .filter(file -> !file.key().equals(present) && file.isAfter(began))
                .sorted(BY_TIME)
                .toList()));
    }

    private static List<RotatedFile> newer(List<RotatedFile> rotated, Optional<RotatedName> name, Instant since) {
        if (name.isPresent()) {
            return rotated.stream()
                    .filter(file -> file.name().isNewerThan(name.get()))
                    .sorted(Comparator.comparing(RotatedFile::name, RotatedName.AGE))
                    .toList();
        }
        // The earlier file is not there any more: the times have to say it.
        return rotated.stream()
                .filter(file -> file.isAfter(since))
                .sorted(BY_TIME)
                .toList();
    }

    /** When the file was last written, if it is still there as it was; else when that was noticed. */
    Instant lastWritten(OpenFile file) throws IOException {
        return undisturbed(files::list).stream()
                .filter(rotated -> rotated.key().equals(file.key()))
                .findFirst()
                .map(RotatedFile::modified)
                .orElse(file.grew());
    }

    /** Where a rotated file is now; empty if it is not there any more. */
    Optional<Path> placeOf(OpenFile file) throws IOException {
        return undisturbed(files::list).stream()
                .filter(rotated -> rotated.key().equals(file.key()))
                .findFirst()
                .map(RotatedFile::path);
    }

    private Optional<RotatedName> nameOf(OpenFile file, List<RotatedFile> rotated) throws IOException {
        for (RotatedFile candidate : rotated) {
            if (candidate.key().equals(file.key())) {
                return Optional.of(candidate.name());
            }
        }
        for (RotatedFile candidate : rotated) {
            boolean readable = candidate.isCompressed() && !candidate.isUnreadable();
            if (readable && file.fingerprint().length() > 0 && isCopy(candidate, file)) {
                return Optional.of(candidate.name());
            }
        }
        return Optional.empty();
    }

    /** Whether it holds all of that file, and no more. */
    private boolean isCopy(RotatedFile candidate, OpenFile file) throws IOException {
        Optional<OpenFile> copy = firstThatHolds(file.seen(), Stream.of(candidate));
        if (copy.isEmpty()) {
            return false;
        }
        try (OpenFile opened = copy.get()) {
            return opened.endsAt(file.seen().offset());
        }
    }
}
