// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** A log that is written by the trial, and rotated in the ways of logrotate. */
final class DoorLog {
    private static final String COMPRESSED = ".gz";

    private final Path file;
    private int rotations;

    DoorLog(Path file) {
        this.file = file;
    }

    void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The ways in which a log is rotated. */
    enum Way {
        /** Renamed; the next line begins a new file. */
        RENAME,
        /** The same, and the one that was renamed before is compressed. */
        RENAME_AND_COMPRESS,
        /** Copied and truncated; nothing is written meanwhile. */
        COPY_AND_TRUNCATE
    }

    /** Rotates it, unless nothing was written since it was rotated before. */
    void rotate(Way way) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return;
        }
        for (int number = rotations; number >= 1; number--) {
            String suffix = Files.exists(rotated(number, COMPRESSED)) ? COMPRESSED : "";
            Files.move(rotated(number, suffix), rotated(number + 1, suffix));
        }
        rotations++;
        if (way == Way.COPY_AND_TRUNCATE) {
            Files.copy(file, rotated(1, ""));
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        } else {
            Files.move(file, rotated(1, ""));
        }
        if (way == Way.RENAME_AND_COMPRESS && Files.exists(rotated(2, ""))) {
            compress(2);
        }
    }

    private void compress(int number) throws IOException {
        try (OutputStream compressed = new GZIPOutputStream(Files.newOutputStream(rotated(number, COMPRESSED)))) {
            Files.copy(rotated(number, ""), compressed);
        }
        Files.setLastModifiedTime(rotated(number, COMPRESSED), Files.getLastModifiedTime(rotated(number, "")));
        Files.delete(rotated(number, ""));
    }

    private Path rotated(int number, String suffix) {
        return file.resolveSibling(file.getFileName() + "." + number + suffix);
    }
}
