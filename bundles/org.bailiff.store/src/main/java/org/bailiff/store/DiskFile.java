// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file on a disk. A {@link RandomAccessFile} and not a channel, because an interrupt of the writing thread closes a
 * channel.
 */
final class DiskFile implements LogFile {
    private final RandomAccessFile file;

    /** Opens the file, which exists. */
    DiskFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public void write(long position, ByteRange bytes) throws IOException {
        file.seek(position);
        file.write(bytes.bytes(), bytes.from(), bytes.length());
    }

    @Override
    public void truncate(long size) throws IOException {
        file.setLength(size);
    }

    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
