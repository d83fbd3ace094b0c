// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A folder on a disk. */
final class DiskFolder implements LogFolder {
    private final Path folder;

    /** The folder at the path, made with mode 0700 when it is needed. */
    DiskFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String pathOf(String fileName) {
        return folder.resolve(fileName).toString();
    }

    @Override
    public Optional<InputStream> read(String fileName) throws IOException {
        Path file = folder.resolve(fileName);
        if (OwnFiles.isNoFile(file)) {
            throw new FileNotFoundException("it is not an ordinary file");
        }
        // A stream, not a channel: an interrupt of the reading thread would close a channel.
        // One that nobody may see may be there all the same: to open it says why not.
        return Files.notExists(file) ? Optional.empty() : Optional.of(new FileInputStream(file.toFile()));
    }

    @Override
    public LogFile open(String fileName) throws IOException {
        OwnFiles.createFolderInTheWay(folder);
        return new DiskFile(OwnFiles.createFileInTheWay(folder.resolve(fileName)));
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

    @Override
    public void force() throws IOException {
        OwnFiles.force(folder);
    }
}
