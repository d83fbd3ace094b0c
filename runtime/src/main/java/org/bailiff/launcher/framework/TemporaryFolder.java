// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/** A folder of mode 0700 that goes with its use. */
public final class TemporaryFolder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TemporaryFolder.class.getName());

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** A fresh one under {@code java.io.tmpdir}. */
    public static TemporaryFolder make() throws LaunchException {
        try {
            return new TemporaryFolder(Files.createTempDirectory("bailiff-"));
        } catch (IOException e) {
            throw new LaunchException(
                    ExitStatus.FAILED,
                    "cannot make a folder in " + System.getProperty("java.io.tmpdir") + " (" + e
                            + "); choose another with BAILIFF_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    /** What stands in for the data directory in a place: a fresh one if a stranger took its name; empty if none can be made. */
    static Optional<TemporaryFolder> in(Path place, Outside outside) {
        try {
            return Optional.of(new TemporaryFolder(outside.make(place)));
        } catch (IOException taken) {
            LOG.log(Level.FINE, "another name is tried", taken);
        }
        try {
            return Optional.of(new TemporaryFolder(Files.createTempDirectory(place, "bailiff-")));
        } catch (IOException unusable) {
            LOG.log(Level.FINE, unusable, () -> "no folder can be made in " + place);
            return Optional.empty();
        }
    }

    /** Removes what a daemon that was killed left in a place. */
    static void removeLeftover(Path place, Outside outside) {
        if (Outside.isOurs(outside.in(place))) {
            new TemporaryFolder(outside.in(place)).close();
        }
    }

    public Path path() {
        return path;
    }

    /** Removes it and what is in it; may be called more than once. */
    @Override
    public void close() {
        try {
            if (Files.exists(path)) {
                Files.walkFileTree(path, new Removal());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "cannot remove " + path);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
