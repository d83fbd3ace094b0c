// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bailiff.source.file.follow.Unreadable;

/** Finds the files that a log is made of. Used by one thread. */
final class ArchivedFiles {
    private final Path stream;
    private final List<String> problems = new ArrayList<>();

    private record Rotated(Path path, ArchivedName name) {}

    ArchivedFiles(Path stream) {
        this.stream = stream.toAbsolutePath();
    }

    /**
     * Opens all that may hold lines from this moment on, the oldest first, the present one last: all at once, so that a
     * rotation meanwhile changes nothing.
     */
    Deque<ArchivedFile> open(Instant since) {
        List<Path> paths = rotated();
        paths.add(stream);
        Deque<ArchivedFile> files = new ArrayDeque<>();
        for (Path path : paths) {
            openIfOfUse(path, since).ifPresent(files::add);
        }
        return files;
    }

    /** Whether there are files of the log's past. */
    boolean hasRotated() {
        return !rotated().isEmpty();
    }

    /** What is left out, and why. */
    List<String> problems() {
        return problems;
    }

    private Optional<ArchivedFile> openIfOfUse(Path path, Instant since) {
        try {
            if (!Files.isRegularFile(path)
                    || Files.getLastModifiedTime(path).toInstant().isBefore(since)) {
                return Optional.empty();
            }
            if (ArchivedFile.isUnreadable(path)) {
                problems.add(ArchivedFile.unreadable(path));
                return Optional.empty();
            }
            return Optional.of(ArchivedFile.open(path));
        } catch (IOException failed) {
            problems.add(Unreadable.of(path, failed).reason());
            return Optional.empty();
        }
    }

    private List<Path> rotated() {
        List<Rotated> found = new ArrayList<>();
        collect(stream, found);
        if (Files.isSymbolicLink(stream)) {
            beyondTheLink(found);
        }
        found.removeIf(isBeingPacked(found));
        found.sort(Comparator.comparing(Rotated::name, ArchivedName.AGE).thenComparing(Rotated::path));
        return new ArrayList<>(found.stream().map(Rotated::path).toList());
    }

    private void beyondTheLink(List<Rotated> found) {
        try {
            collect(stream.toRealPath(), found);
        } catch (IOException failed) {
            problems.add(Unreadable.of(stream, failed).reason());
        }
    }

    private void collect(Path log, List<Rotated> found) {
        String logName = log.getFileName().toString();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(log.getParent())) {
            for (Path file : files) {
                ArchivedName.parse(file.getFileName().toString())
                        .filter(name -> name.streams().contains(logName))
                        .ifPresent(name -> found.add(new Rotated(file, name)));
            }
        } catch (DirectoryIteratorException failed) {
            problems.add(notListed(log, failed.getCause()));
        } catch (IOException failed) {
            problems.add(notListed(log, failed));
        }
    }

    /** A file that is there as it was, and packed too, would be read twice. */
    private static Predicate<Rotated> isBeingPacked(List<Rotated> all) {
        Set<Path> paths = new HashSet<>(all.stream().map(Rotated::path).toList());
        return file -> {
            String name = file.path().getFileName().toString();
            return paths.contains(file.path().resolveSibling(name.substring(0, name.lastIndexOf('.'))));
        };
    }

    private static String notListed(Path log, IOException why) {
        return "rotated files are left out: "
                + Unreadable.of(log.getParent(), why).reason();
    }
}
