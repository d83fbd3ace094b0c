// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Under which names the kernel tells of a file: it knows no links. */
final class WatchedNames {
    private WatchedNames() {}

    /**
     * The names, in directories that exist and have no link in their path: the file's own; that of the file it is a link
     * to; and, if its directory is not there, that of what is missing.
     */
    static Set<Path> of(Path file) {
        Set<Path> names = new HashSet<>();
        Path missing = file;
        while (missing.getParent() != null && !Files.isDirectory(missing.getParent())) {
            missing = missing.getParent();
        }
        Path name = missing.getFileName();
        real(missing.getParent()).map(parent -> parent.resolve(name)).ifPresent(names::add);
        real(file).ifPresent(names::add);
        return names;
    }

    /** Those directories that exist, without links. */
    static Set<Path> real(Collection<Path> directories) {
        Set<Path> found = new HashSet<>();
        directories.forEach(directory -> real(directory).ifPresent(found::add));
        return found;
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException notThere) {
            // Then there is nothing to watch; the next look asks again.
            return Optional.empty();
        }
    }
}
