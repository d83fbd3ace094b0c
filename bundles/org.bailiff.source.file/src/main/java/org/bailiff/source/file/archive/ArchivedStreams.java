// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Tells logs from the rotated files of others, both of which may be named. */
public final class ArchivedStreams {
    private ArchivedStreams() {}

    /** Those of the files that are logs of their own. */
    public static Set<Path> among(Set<Path> files) {
        Set<Path> streams = new TreeSet<>(files);
        streams.removeIf(file -> isRotatedFromOneOf(files, file));
        return streams;
    }

    /**
     * The log at a path: also one that was just rotated away, whose next line begins a new file.
     *
     * @param files what is at the path; none, if nothing is
     */
    public static Set<Path> at(Path path, Set<Path> files) {
        return files.isEmpty() && new ArchivedFiles(path).hasRotated() ? Set.of(path) : files;
    }

    private static boolean isRotatedFromOneOf(Set<Path> files, Path file) {
        return ArchivedName.parse(file.getFileName().toString()).stream()
                .flatMap(name -> name.streams().stream())
                .anyMatch(stream -> files.contains(file.resolveSibling(stream)));
    }
}
