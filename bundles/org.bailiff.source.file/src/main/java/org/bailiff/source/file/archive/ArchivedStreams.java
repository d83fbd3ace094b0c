// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Tells logs from the rotated files of others, both of which a glob may name. */
public final class ArchivedStreams {
    private ArchivedStreams() {}

    /** Those of the files that are logs of their own; all of them, unless a glob named them. */
    public static Set<Path> among(Set<Path> files, boolean byGlob) {
        Set<Path> streams = new TreeSet<>(files);
        streams.removeIf(file -> byGlob && isRotatedFromOneOf(files, file));
        return streams;
    }

    private static boolean isRotatedFromOneOf(Set<Path> files, Path file) {
        return ArchivedName.parse(file.getFileName().toString()).stream()
                .flatMap(name -> name.streams().stream())
                .anyMatch(stream -> files.contains(file.resolveSibling(stream)));
    }
}
