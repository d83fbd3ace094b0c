// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A log that the test writes itself, as a service of its own would. */
final class RotatedLog {
    private final Path file;
    private int rotations;

    /** Begins it with a line that concerns nobody. */
    RotatedLog(Path file) throws IOException {
        this.file = file;
        write(Instant.now().truncatedTo(ChronoUnit.MICROS) + " door begins\n");
    }

    /** Writes the line of a failure, in two pieces if asked for. */
    void failure(String address, boolean torn) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.MICROS) + " door bad login from " + address + "\n";
        int middle = torn ? line.length() / 2 : line.length();
        write(line.substring(0, middle));
        write(line.substring(middle));
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Renames it, and all that was renamed before; the next line begins a new file. */
    void rotate() throws IOException {
        for (int number = rotations; number >= 1; number--) {
            Files.move(rotated(number), rotated(number + 1));
        }
        Files.move(file, rotated(1));
        rotations++;
    }

    private Path rotated(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
