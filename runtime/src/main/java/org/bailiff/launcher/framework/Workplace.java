// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * Where the framework's storage is for this run: in the data directory, or if its disk has no room, outside. There goes the
 * control socket too, if the data directory takes no file.
 */
final class Workplace implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workplace.class.getName());
    /** Several times what the framework writes. */
    private static final int ROOM = 1024 * 1024;

    private final Path folder;
    /** Empty if the folder is the data directory's. */
    private final Optional<TemporaryFolder> outside;

    private Workplace(Path folder, Optional<TemporaryFolder> outside) {
        this.folder = folder;
        this.outside = outside;
    }

    /**
     * Finds it.
     *
     * @param inside the framework's folder in the data directory, which need not be there
     * @throws LaunchException if there is room nowhere
     */
    static Workplace of(Path inside, Outside outside) throws LaunchException {
        try {
            requireRoom(inside);
            outside.places().forEach(place -> TemporaryFolder.removeLeftover(place, outside));
            return new Workplace(inside, Optional.empty());
        } catch (IOException full) {
            Workplace workplace = outside(outside, inside, full);
            LOG.warning(() -> "the framework's storage cannot be written in " + inside + " (" + full + "); it is in "
                    + workplace.folder + " until the daemon ends");
            return workplace;
        }
    }

    private static Workplace outside(Outside outside, Path inside, IOException full) throws LaunchException {
        for (Path place : outside.places()) {
            Optional<TemporaryFolder> folder = TemporaryFolder.in(place, outside);
            try {
                if (folder.isPresent()) {
                    requireRoom(folder.get().path());
                    return new Workplace(folder.get().path(), folder);
                }
            } catch (IOException alsoFull) {
                full.addSuppressed(alsoFull);
                folder.get().close();
            }
        }
        throw new LaunchException(
                ExitStatus.FAILED,
                "the framework's storage has no room in " + inside + " (" + full + "), nor in " + outside.places()
                        + "; make room of 1 MB on the disk of one of them, or set RUNTIME_DIRECTORY to a folder on"
                        + " another disk",
                full);
    }

    /** Bytes are asked for, not a number of free ones: a user's quota may be less. */
    private static void requireRoom(Path folder) throws IOException {
        Path probe = folder.resolve("probe.new");
        try (RandomAccessFile file = new RandomAccessFile(probe.toFile(), "rw")) {
            file.write(new byte[ROOM]);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    Path storage() {
        return folder.resolve("storage");
    }

    /** Where the control socket goes that has no runtime directory, as the data directory takes no file. */
    Path socket() {
        return SocketPlace.in(folder);
    }

    @Override
    public void close() {
        outside.ifPresent(TemporaryFolder::close);
    }
}
