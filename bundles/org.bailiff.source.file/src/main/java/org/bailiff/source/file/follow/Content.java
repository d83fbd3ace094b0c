// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of an open file, which stay readable when it is renamed or deleted. */
interface Content extends Closeable {

    /** How many there are now. */
    long size() throws IOException;

    /** Whether it may grow or be truncated. */
    default boolean isLive() {
        return true;
    }

    /** Whether what was taken for the end is none: what follows cannot be read. */
    default boolean isDamaged() {
        return false;
    }

    /** Reads from the offset into the beginning of the array; answers how many bytes, fewer only at the end. */
    int read(byte[] into, int length, long offset) throws IOException;

    /** A file's bytes as they are. */
    final class Plain implements Content {
        private final FileChannel channel;

        Plain(Path path) throws IOException {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(byte[] into, int length, long offset) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) > 0) {
                // A read may give less than there is.
            }
            return buffer.position();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
