// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.jail.IgnoreList.Entry;
import org.bailiff.text.SafeText;

/**
 * Where entries outlive the daemon. Read once; after that only the daemon writes it, whole and at once, so that a crash
 * leaves the old file or the new one. Not thread-safe: its owner locks.
 */
final class KeptEntries {
    /** Far more than is ever written. */
    private static final int LIMIT_BYTES = 16 << 20;

    private final Path file;
    private List<Entry> entries = List.of();
    private List<KeptText.SetAside> aside = List.of();
    private List<Problem> problems = List.of();
    private boolean readable = true;

    private KeptEntries(Path file) {
        this.file = file;
    }

    /** Reads the file. One that is not there is empty; one that cannot be read is too, and a problem. */
    static KeptEntries open(Path file) {
        KeptEntries opened = new KeptEntries(file);
        try {
            opened.read();
        } catch (NoSuchFileException absent) {
            // Nobody was ever added.
            return opened;
        } catch (IOException unreadable) {
            opened.readable = false;
            opened.problems = List.of(opened.problem(0, "cannot be read: " + unreadable));
        }
        return opened;
    }

    private void read() throws IOException {
        // A pipe would be waited for, and a device never ends.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not an ordinary file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LIMIT_BYTES);
            KeptText.Content content = KeptText.parse(SafeText.decode(bytes, 0, bytes.length));
            entries = content.entries();
            aside = content.aside();
            problems = bytes.length == 0
                    ? List.of(problem(
                            0, "is empty, so whom no jail was to ban is lost; add them anew with 'bailiff ignore'"))
                    : aside.stream()
                            .map(line -> problem(
                                    line.number(),
                                    "'" + SafeText.of(line.line(), 160)
                                            + "' was damaged or written by hand, and does not count; add it anew with"
                                            + " 'bailiff ignore'"))
                            .toList();
        }
    }

    private Problem problem(int line, String message) {
        return new Problem(Severity.ERROR, file.toString(), line, "", message);
    }

    /** What the file held when it was read. */
    List<Entry> entries() {
        return entries;
    }

    /** What was wrong with it then. */
    List<Problem> problems() {
        return problems;
    }

    /**
     * Keeps these. When it returns, they are on disk.
     *
     * @throws IOException if that failed; the file is as it was
     */
    void save(Collection<Entry> present) throws IOException {
        if (!readable) {
            throw new IOException(file + " could not be read at the start, and what it holds would be lost");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(KeptText.format(present, aside).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        // The new name is on disk only when its directory is.
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
