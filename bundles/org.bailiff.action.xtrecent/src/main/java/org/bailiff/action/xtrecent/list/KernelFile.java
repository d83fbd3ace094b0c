// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A list below {@code /proc}. */
public final class KernelFile implements RecentFile {
    private final Path path;

    public KernelFile(Path path) {
        this.path = path;
    }

    @Override
    public Writer openForWriting() throws IOException {
        return new HeldWriter(open("rw", StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public Reader openForReading() throws IOException {
        return new HeldReader(open("r", StandardOpenOption.READ));
    }

    /** Not a channel, which a thread's interrupt closes; but only a channel says by its exception's type what is wrong. */
    private RandomAccessFile open(String mode, OpenOption... options) throws IOException {
        if (Files.notExists(path)) {
            // To write, it would be made.
            throw new NoSuchFileException(path.toString());
        }
        try {
            return new RandomAccessFile(path.toFile(), mode);
        } catch (FileNotFoundException something) {
            Files.newByteChannel(path, options).close();
            throw something;
        }
    }

    @Override
    public boolean mayBeWritten() {
        return Files.isWritable(path);
    }

    private record HeldWriter(RandomAccessFile file) implements Writer {
        @Override
        public void write(String change) throws IOException {
            // The kernel takes one address a write, and only at position 0.
            file.seek(0);
            file.write((change + '\n').getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private record HeldReader(RandomAccessFile file) implements Reader {
        @Override
        public void rewind() throws IOException {
            file.seek(0);
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            return file.read(buffer);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
