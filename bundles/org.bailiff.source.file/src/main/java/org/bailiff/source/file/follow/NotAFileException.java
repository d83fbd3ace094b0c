// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** There is something at the path that cannot be followed. Opening it might wait for ever, so it is not tried. */
final class NotAFileException extends FileSystemException {
    private static final long serialVersionUID = 1;

    NotAFileException(Path path, BasicFileAttributes attributes) {
        super(
                path.toString(),
                null,
                attributes.isDirectory()
                        ? "it is a directory; name the files in it, e.g. " + path + "/*.log"
                        : "it is a device, a pipe or a socket; only regular files can be followed");
    }
}
