// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A folder on a disk that fails when it is told to. */
final class FailingFolder implements LogFolder {
    private static final String FULL = "No space left on device";

    private final LogFolder disk;
    /** How many bytes can still be written. */
    long room = Long.MAX_VALUE;

    boolean truncates = true;
    boolean forces = true;
    boolean renames = true;
    boolean reads = true;

    FailingFolder(LogFolder disk) {
        this.disk = disk;
    }

    @Override
    public String pathOf(String fileName) {
        return disk.pathOf(fileName);
    }

    @Override
    public Optional<InputStream> read(String fileName) throws IOException {
        check(reads);
        return disk.read(fileName);
    }

    @Override
    public LogFile open(String fileName) throws IOException {
        return new FailingFile(disk.open(fileName));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        check(renames);
        disk.rename(from, to);
    }

    @Override
    public void delete(String fileName) throws IOException {
        disk.delete(fileName);
    }

    @Override
    public void force() throws IOException {
        check(forces);
        disk.force();
    }

    private static void check(boolean works) throws IOException {
        if (!works) {
            throw new IOException("Input/output error");
        }
    }

    private final class FailingFile implements LogFile {
        private final LogFile file;

        FailingFile(LogFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void write(long position, ByteRange bytes) throws IOException {
            int written = (int) Math.min(room, bytes.length());
            file.write(position, new ByteRange(bytes.bytes(), bytes.from(), bytes.from() + written));
            room -= written;
            if (written < bytes.length()) {
                throw new IOException(FULL);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            check(truncates);
            file.truncate(size);
        }

        @Override
        public void force() throws IOException {
            check(forces);
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
