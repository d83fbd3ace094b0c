// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a file ended when somebody asked for its tail. Taken at once and on the asker's thread, so that what is written
 * after the asking is delivered.
 *
 * @param key device and inode; empty if there was no file, so that whatever appears is new from its head
 * @param size in bytes
 */
record TailMark(String key, long size) {
    static final TailMark NONE = new TailMark("", 0);

    static TailMark of(Path path) {
        try {
            BasicFileAttributes attributes = OpenFile.attributesOf(path);
            return new TailMark(OpenFile.keyOf(attributes), attributes.size());
        } catch (IOException notThere) {
            // The follower finds the same out, and says so in its status.
            return NONE;
        }
    }
}
