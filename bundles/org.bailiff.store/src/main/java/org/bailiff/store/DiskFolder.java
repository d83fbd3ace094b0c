// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A folder on a disk. */
final class DiskFolder implements LogFolder {
    private final Path folder;

    /** The folder at the path, made with mode 0700 if there is none. */
    DiskFolder(Path folder) throws IOException {
        this.folder = OwnFiles.createFolder(folder, OwnFiles.FOLDER);
    }

    @Override
    public String pathOf(String fileName) {
        return folder.resolve(fileName).toString();
    }

    @Override
    public Optional<InputStream> read(String fileName) throws IOException {
        Path file = folder.resolve(fileName);
        // A stream, not a channel: an interrupt of the reading thread would close a channel.
        return Files.exists(file) ? Optional.of(new FileInputStream(file.toFile())) : Optional.empty();
    }

    @Override
    public LogFile open(String fileName) throws IOException {
        return new DiskFile(OwnFiles.createFile(folder.resolve(fileName)));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String fileName) throws IOException {
        Files.deleteIfExists(folder.resolve(fileName));
    }

    /** Done by a channel, because nothing else opens a folder; an interrupt that closes it is put off. */
    @Override
    public void force() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced()) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean forced() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException again) {
            // The interrupt is remembered by the caller, which comes back.
            return false;
        }
    }
}
