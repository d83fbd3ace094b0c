// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * A file as it is at one moment. As long as it stays the same, nobody has written the file, put another into its place, or
 * changed who may write it.
 *
 * @param attributes its identity, size, times and rights
 */
record FileStamp(Map<String, Object> attributes) {
    private static final String ATTRIBUTES = "unix:dev,ino,size,lastModifiedTime,ctime,mode,uid,gid";

    /** That of the file a link leads to. */
    static FileStamp of(Path file) throws IOException {
        return new FileStamp(Files.readAttributes(file, ATTRIBUTES));
    }

    /** When it was written last, as it says itself. */
    Instant modified() {
        return ((FileTime) attributes.get("lastModifiedTime")).toInstant();
    }
}
