// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.bailiff.text.SafeText;

/**
 * One file of a log, open: what is renamed meanwhile is still what it was. Used by one thread.
 *
 * @param path as it was called
 * @param written when it was last written
 * @param bytes as they are on disk
 */
record ArchivedFile(Path path, Instant written, InputStream bytes) implements Closeable {
    private static final int GZIP = 0x8b1f;
    private static final int BUFFER = 16 * 1024;
    private static final Set<String> UNREADABLE =
            Set.of("xz", "bz2", "zst", "lz4", "lzma", "lzo", "br", "z", "Z", "zip", "7z");

    static ArchivedFile open(Path path) throws IOException {
        InputStream bytes = Files.newInputStream(path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new ArchivedFile(path, attributes.lastModifiedTime().toInstant(), bytes);
        } catch (IOException gone) {
            bytes.close();
            throw gone;
        }
    }

    /** Whether another tool than gzip has packed it, by its name. */
    static boolean isUnreadable(Path path) {
        String name = path.getFileName().toString();
        return UNREADABLE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static String unreadable(Path path) {
        return SafeText.of(path.toString()) + " is left out: only gzip's files can be read; unpack it";
    }

    /** What was in it before it was packed; by its first two bytes, which no log begins with. */
    InputStream content() throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        return (second << 8 | first) == GZIP ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
