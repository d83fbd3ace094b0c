// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that lines are appended to. It may be renamed or removed at any time; then a new one is made. Used by one thread. */
final class DecisionFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionFile.class);
    private static final byte LINE_END = '\n';

    private final Path path;
    private FileChannel channel;
    private Optional<Object> identity = Optional.empty();

    DecisionFile(Path path) {
        this.path = path;
    }

    /**
     * Appends lines, and forces nothing: a log is not worth a jail's time.
     *
     * @param lines from its position, which is behind the last whole line that was written when this ends, either way
     * @throws IOException if it cannot, for now; the file has only whole lines
     */
    void append(ByteBuffer lines) throws IOException {
        try {
            ensureOpen();
            write(lines);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Opens it, if it is not open. */
    void ensureOpen() throws IOException {
        if (channel == null) {
            open();
        }
    }

    private void write(ByteBuffer lines) throws IOException {
        int begin = lines.position();
        long size = channel.size();
        try {
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
        } catch (IOException e) {
            backToLineEnd(lines, begin);
            undo(size + lines.position() - begin);
            throw e;
        }
    }

    private static void backToLineEnd(ByteBuffer lines, int begin) {
        int position = lines.position();
        while (position > begin && lines.get(position - 1) != LINE_END) {
            position--;
        }
        lines.position(position);
    }

    /** Takes half a line out, which is written again. */
    private void undo(long size) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            LOG.debug("Half a line stays in {}", path, e);
        }
    }

    private void open() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // Opening a pipe would wait for a reader.
            throw new IOException("it is no file");
        }
        channel = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        identity = identity();
        if (!endsWithLineEnd()) {
            // A daemon died while it wrote.
            channel.write(ByteBuffer.wrap(new byte[] {LINE_END}));
        }
    }

    /** In words; those of the system's most frequent ones name only the path. */
    static String reason(IOException refused) {
        if (refused instanceof NoSuchFileException) {
            return "the folder is not there";
        }
        return refused instanceof AccessDeniedException ? "permission denied" : refused.getMessage();
    }

    private boolean endsWithLineEnd() {
        try (FileChannel reading = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return reading.size() == 0 || reading.read(last, reading.size() - 1) == 1 && last.get(0) == LINE_END;
        } catch (IOException e) {
            LOG.debug("The end of {} cannot be read", path, e);
            return true;
        }
    }

    /** Closes the file if its name means another by now, or none. */
    void closeIfRenamed() {
        if (channel != null && !identity.equals(identity())) {
            close();
        }
    }

    private Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            LOG.debug("{} is not there", path, gone);
            return Optional.empty();
        }
    }

    /** Closes it; the next line opens what its name means then. */
    @Override
    public void close() {
        try (FileChannel closing = channel) {
            channel = null;
            LOG.debug("Closing {}, {}", path, closing);
        } catch (IOException e) {
            LOG.debug("{} did not close cleanly", path, e);
        }
    }
}
