// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the earlier files of a stream are: in its directory, under names that rotation made from its name. */
final class Rotations {
    private static final Logger LOG = LoggerFactory.getLogger(Rotations.class);

    private final Path stream;

    Rotations(Path stream) {
        this.stream = stream;
    }

    /**
     * A rotated file as it stands in the directory.
     *
     * @param name what its name says about its age
     * @param key device and inode
     * @param modified when it was last written
     */
    private record Rotated(Path path, RotatedName name, String key, Instant modified) {}

    /**
     * The file that a position is in: the present one or a rotated one, by inode and fingerprint; or else, because it
     * was copied or compressed, or its device got another number, by fingerprint alone.
     */
    Optional<OpenFile> find(FilePosition place) throws IOException {
        boolean there = Files.exists(stream);
        boolean same = there && OpenFile.keyOf(OpenFile.attributesOf(stream)).equals(place.key());
        // The usual case, for which no directory is listed.
        Optional<OpenFile> present = same ? firstThatHolds(place, List.of(stream)) : Optional.empty();
        return present.isPresent() ? present : findElsewhere(place, there && !same);
    }

    private Optional<OpenFile> findElsewhere(FilePosition place, boolean presentToo) throws IOException {
        List<Path> sameInode = new ArrayList<>();
        List<Path> others = new ArrayList<>(presentToo ? List.of(stream) : List.of());
        for (Rotated file : list()) {
            (file.key().equals(place.key()) ? sameInode : others).add(file.path());
        }
        Optional<OpenFile> found = firstThatHolds(place, sameInode);
        // An empty fingerprint agrees with every file.
        return found.isPresent() || place.fingerprint().length() == 0 ? found : firstThatHolds(place, others);
    }

    /** A copy of a file that was then truncated, with more of it than was read. */
    Optional<OpenFile> findCopy(FilePosition place) throws IOException {
        if (place.fingerprint().length() == 0) {
            return Optional.empty();
        }
        return firstThatHolds(place, list().stream().map(Rotated::path).toList());
    }

    private Optional<OpenFile> firstThatHolds(FilePosition place, List<Path> candidates) throws IOException {
        for (Path candidate : candidates) {
            Optional<OpenFile> file = openIfReadable(candidate);
            if (file.isPresent()) {
                if (file.get().holds(place.fingerprint(), place.offset())) {
                    return file;
                }
                file.get().close();
            }
        }
        return Optional.empty();
    }

    private Optional<OpenFile> openIfReadable(Path path) throws IOException {
        if (path.equals(stream)) {
            return Optional.of(OpenFile.open(path));
        }
        try {
            return Optional.of(OpenFile.openRotated(path));
        } catch (IOException unreadable) {
            LOG.warn(
                    "rotated file left out: {}", Unreadable.of(path, unreadable).reason());
            return Optional.empty();
        }
    }

    /**
     * The files that came between a file of this stream and the present one, which both were open at some time, oldest
     * first: the path named them only while nobody looked.
     */
    List<OpenFile> between(OpenFile earlier, String present) throws IOException {
        List<Rotated> rotated = list();
        Optional<RotatedName> name = nameOf(earlier, rotated);
        List<OpenFile> missed = new ArrayList<>();
        for (Rotated file : newer(rotated, name, earlier)) {
            if (!file.key().equals(present) && !file.key().equals(earlier.key())) {
                openIfReadable(file.path()).ifPresent(missed::add);
            }
        }
        return missed;
    }

    private static List<Rotated> newer(List<Rotated> rotated, Optional<RotatedName> name, OpenFile earlier) {
        if (name.isPresent()) {
            return rotated.stream()
                    .filter(file -> file.name().isNewerThan(name.get()))
                    .sorted(Comparator.comparing(Rotated::name, RotatedName.AGE))
                    .toList();
        }
        // The earlier file is not there any more: what was written after it came after it.
        return rotated.stream()
                .filter(file -> file.modified().isAfter(earlier.grew()))
                .sorted(Comparator.comparing(Rotated::modified))
                .toList();
    }

    private Optional<RotatedName> nameOf(OpenFile file, List<Rotated> rotated) throws IOException {
        for (Rotated candidate : rotated) {
            if (candidate.key().equals(file.key())) {
                return Optional.of(candidate.name());
            }
        }
        for (Rotated candidate : rotated) {
            if (candidate.path().toString().endsWith(GzipContent.SUFFIX) && isCopy(candidate.path(), file)) {
                return Optional.of(candidate.name());
            }
        }
        return Optional.empty();
    }

    private boolean isCopy(Path candidate, OpenFile file) throws IOException {
        Optional<OpenFile> opened = openIfReadable(candidate);
        if (opened.isEmpty()) {
            return false;
        }
        try (OpenFile copy = opened.get()) {
            return file.fingerprint().length() > 0 && copy.holds(file.fingerprint(), 0);
        }
    }

    /** Newest first where the names say it; a file that is just being compressed is there once. */
    private List<Rotated> list() throws IOException {
        String name = String.valueOf(stream.getFileName());
        List<Rotated> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                stream.toAbsolutePath().getParent(),
                file -> file.getFileName().toString().startsWith(name))) {
            for (Path file : files) {
                RotatedName.of(file.getFileName().toString(), name)
                        .flatMap(rotatedName -> stat(file, rotatedName))
                        .ifPresent(found::add);
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        } catch (AccessDeniedException notListable) {
            // The file can be followed all the same: only what was rotated away unread is out of reach.
            LOG.warn("cannot look for rotated files of {}: its directory cannot be listed", stream);
        }
        Set<Path> paths = found.stream().map(Rotated::path).collect(Collectors.toSet());
        found.removeIf(file -> isCompressionOfOneOf(paths, file.path()));
        found.sort(Comparator.comparing(Rotated::name, RotatedName.AGE.reversed()));
        return found;
    }

    private static boolean isCompressionOfOneOf(Set<Path> paths, Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && paths.contains(path.resolveSibling(name.substring(0, dot)));
    }

    private static Optional<Rotated> stat(Path path, RotatedName name) {
        try {
            BasicFileAttributes attributes = OpenFile.attributesOf(path);
            return Optional.of(new Rotated(
                    path,
                    name,
                    OpenFile.keyOf(attributes),
                    attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException notAFile) {
            LOG.debug("rotated file left out: {}", Unreadable.of(path, notAFile).reason());
            return Optional.empty();
        }
    }
}
