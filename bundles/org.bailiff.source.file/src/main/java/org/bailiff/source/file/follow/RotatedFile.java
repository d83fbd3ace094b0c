// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rotated file as it stands in the directory.
 *
 * @param name what its name says about its age
 * @param key device and inode
 * @param modified when it was last written
 * @param size in bytes, as it stands there
 */
record RotatedFile(Path path, RotatedName name, String key, Instant modified, long size) {
    private static final Logger LOG = LoggerFactory.getLogger(RotatedFile.class);
    private static final Set<String> UNREADABLE =
            Set.of("xz", "bz2", "zst", "lz4", "lzma", "lzo", "br", "z", "Z", "zip", "7z");

    /** Looks at it; empty if it is gone meanwhile, or is no file. */
    static Optional<RotatedFile> at(Path path, RotatedName name) {
        try {
            BasicFileAttributes attributes = OpenFile.attributesOf(path);
            Instant modified = attributes.lastModifiedTime().toInstant();
            return Optional.of(new RotatedFile(path, name, OpenFile.keyOf(attributes), modified, attributes.size()));
        } catch (NoSuchFileException goneMeanwhile) {
            return Optional.empty();
        } catch (IOException notAFile) {
            LOG.debug("rotated file left out: {}", Unreadable.of(path, notAFile).reason());
            return Optional.empty();
        }
    }

    private String fileName() {
        return path.getFileName().toString();
    }

    private String suffix() {
        return fileName().substring(fileName().lastIndexOf('.') + 1);
    }

    /** Whether it is compressed by a tool whose files are not read here. */
    boolean isUnreadable() {
        return UNREADABLE.contains(suffix());
    }

    boolean isCompressed() {
        return isUnreadable() || fileName().endsWith(GzipContent.SUFFIX);
    }

    /** The name that it had before it was compressed. */
    Path uncompressed() {
        return path.resolveSibling(fileName().substring(0, fileName().lastIndexOf('.')));
    }

    /** Whether it was last written later than that. */
    boolean isAfter(Instant time) {
        return modified.toEpochMilli() > time.toEpochMilli();
    }
}
