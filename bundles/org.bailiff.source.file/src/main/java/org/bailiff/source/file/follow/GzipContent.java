// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes that a rotated file had before it was compressed. Cheap for reads that go forward, each at most one read
 * buffer back; any other read begins anew.
 */
final class GzipContent implements Content {
    static final String SUFFIX = ".gz";

    private final FileChannel file;
    private InputStream bytes;
    private long marked;
    /** Unknown until the end was reached. */
    private long size = Long.MAX_VALUE;
    /** Whether that end is where the file is torn. */
    private boolean damaged;

    GzipContent(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            bytes = openStream();
        } catch (IOException notCompressed) {
            file.close();
            throw notCompressed;
        }
    }

    private InputStream openStream() throws IOException {
        damaged = false;
        // Not by its name: it may have been renamed since.
        file.position(0);
        InputStream opened = new BufferedInputStream(
                new UpToTheTear(new GZIPInputStream(new KeptOpen(Channels.newInputStream(file)), 1 << 16)));
        opened.mark(FileBatch.CAPACITY);
        marked = 0;
        return opened;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public int read(byte[] into, int length, long offset) throws IOException {
        if (offset < marked) {
            bytes.close();
            bytes = openStream();
        } else {
            bytes.reset();
        }
        if (!skip(offset - marked)) {
            size = Math.min(size, offset);
            marked = Long.MAX_VALUE;
            return 0;
        }
        marked = offset;
        bytes.mark(FileBatch.CAPACITY);
        int count = fill(into, length);
        if (count < length) {
            size = offset + count;
        }
        return count;
    }

    private boolean skip(long count) throws IOException {
        byte[] unwanted = new byte[(int) Math.min(count, 1 << 16)];
        long missing = count;
        while (missing > 0) {
            int skipped = fill(unwanted, (int) Math.min(missing, unwanted.length));
            if (skipped == 0) {
                return false;
            }
            missing -= skipped;
        }
        return true;
    }

    /** Reads until it has so many, or there are no more that can be read. */
    private int fill(byte[] into, int length) throws IOException {
        return bytes.readNBytes(into, 0, length);
    }

    /** Ends where the file is torn: what could be read of it is as good as any other text. */
    private final class UpToTheTear extends FilterInputStream {
        UpToTheTear(InputStream compressed) {
            super(compressed);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return damaged ? -1 : super.read(into, offset, length);
            } catch (EOFException | ZipException torn) {
                damaged = true;
                return -1;
            }
        }
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    /** Can be read anew from the beginning. */
    private static final class KeptOpen extends FilterInputStream {
        KeptOpen(InputStream file) {
            super(file);
        }

        @Override
        public void close() {
            // The channel is closed with the content.
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        file.close();
    }
}
