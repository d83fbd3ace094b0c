// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.audit.AuditEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries of the audit trail as lines of JSON. A file that has grown to its limit becomes {@code audit.log.1}, that one
 * {@code audit.log.2}, and so on. It is opened for each entry, so that it may be taken away at any time. Not thread-safe.
 */
final class AuditFile {
    /** How many old files are kept. */
    static final int KEPT = 5;

    private static final Logger LOGGER = LoggerFactory.getLogger(AuditFile.class);

    private final Path file;
    private final long limit;

    AuditFile(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /**
     * Adds an entry at the end.
     *
     * @throws IOException if it cannot; then the file is as it was
     */
    void append(AuditEntry entry) throws IOException {
        if (Files.exists(file) && Files.size(file) >= limit) {
            rotate();
        }
        OwnFiles.createFileInTheWay(file);
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "rw")) {
            // A loss of power may have left half an entry.
            String line = (endsWithLineEnd(end) ? "" : "\n") + AuditLine.of(entry) + "\n";
            append(line.getBytes(StandardCharsets.UTF_8), end);
        }
    }

    private static void append(byte[] line, RandomAccessFile file) throws IOException {
        long size = file.length();
        file.seek(size);
        try {
            file.write(line);
        } catch (IOException e) {
            // A full disk took half of it; it is written again later.
            file.setLength(size);
            throw e;
        }
    }

    private static boolean endsWithLineEnd(RandomAccessFile file) throws IOException {
        if (file.length() == 0) {
            return true;
        }
        file.seek(file.length() - 1);
        return file.read() == '\n';
    }

    private void rotate() throws IOException {
        for (int number = KEPT - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    /** The latest entries, the newest first, at most so many. */
    List<AuditEntry> latest(int most) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int number = 0; number <= KEPT && entries.size() < most; number++) {
            List<String> lines = lines(number == 0 ? file : old(number));
            for (int line = lines.size() - 1; line >= 0 && entries.size() < most; line--) {
                AuditLine.read(lines.get(line)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private static List<String> lines(Path path) {
        try {
            // Damaged bytes spoil their own entry only.
            return Files.exists(path)
                    ? Files.readString(path, StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            LOGGER.warn("{} cannot be read", path, unreadable);
            return List.of();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
