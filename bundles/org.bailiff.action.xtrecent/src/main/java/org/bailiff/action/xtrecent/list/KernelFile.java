// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        // Only a channel says by its exception's type what is wrong; but a thread's interrupt closes a channel.
        Files.newByteChannel(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                .close();
        return new HeldWriter(new RandomAccessFile(path.toFile(), "rw"));
    }

    @Override
    public Reader openForReading() throws IOException {
        Files.newByteChannel(path, StandardOpenOption.READ).close();
        return new HeldReader(new RandomAccessFile(path.toFile(), "r"));
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
