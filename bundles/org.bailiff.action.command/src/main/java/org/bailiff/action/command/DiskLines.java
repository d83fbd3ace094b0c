// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines in a file of the data directory: its folder has mode 0700, the file 0600. */
final class DiskLines implements Lines {
    /** Far more than is ever written: what is longer was not written here. */
    private static final long LIMIT_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskLines.class);

    private final Path file;
    /** Null until something is added. */
    private FileChannel end;

    DiskLines(Path file) {
        this.file = file;
    }

    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public Found read(Consumer<String> consumer) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Found.NOTHING;
        }
        // To open a pipe would wait for its writer, and a device may never end.
        if (!Files.isRegularFile(file) || Files.size(file) > LIMIT_BYTES) {
            Path aside = putAside(file);
            throw new UnusableFileException(
                    "is not a file that Bailiff wrote, and is put aside as " + aside.getFileName());
        }
        // As Latin-1 no byte is refused; a line that is not as it was written has another checksum.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String line : text.split("\n")) {
            consumer.accept(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return text.endsWith("\n") ? Found.WHOLE : Found.TORN;
    }

    @Override
    public void append(String line) throws IOException {
        if (end == null) {
            end = FileChannel.open(create(file), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            end.write(bytes);
        }
    }

    @Override
    public void replace(List<String> lines) throws IOException {
        Path fresh = create(file.resolveSibling(file.getFileName() + ".new"));
        try (FileChannel channel =
                        FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream stream = Channels.newOutputStream(channel);
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
            writer.flush();
            channel.force(true);
        }
        close();
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void remove() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() {
        try {
            if (end != null) {
                end.close();
            }
        } catch (IOException gone) {
            LOG.debug("{} could not be closed", file, gone);
        }
        end = null;
    }

    private static Path putAside(Path file) throws IOException {
        return Files.move(
                file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path create(Path file) throws IOException {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, mode("rwx------"));
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            putAside(file);
        }
        try {
            Files.createFile(file, mode("rw-------"));
        } catch (FileAlreadyExistsException there) {
            // As it is but for the first time.
            return file;
        }
        return file;
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
