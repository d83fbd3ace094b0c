// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file could not be read or written. */
final class Disk {
    private Disk() {}

    /** The exception's type tells; its text may be in any language. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission is denied";
        }
        boolean bare = failure instanceof FileSystemException known && known.getReason() != null;
        return bare ? ((FileSystemException) failure).getReason() : String.valueOf(failure.getMessage());
    }
}
