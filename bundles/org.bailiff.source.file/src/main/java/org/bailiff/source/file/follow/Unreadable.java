// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file.follow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.text.SafeText;

/**
 * Why a file cannot be read, told from the exception's type: messages are the system's, and localised.
 *
 * @param state what that makes of the source
 * @param reason a sentence with the mend
 */
public record Unreadable(State state, String reason) {

    /** What the exception means for the file. */
    public static Unreadable of(Path path, IOException exception) {
        String name = SafeText.of(path.toString());
        if (exception instanceof NoSuchFileException) {
            return new Unreadable(State.WAITING, name + " is not there; it is followed as soon as it appears");
        }
        if (exception instanceof AccessDeniedException) {
            return new Unreadable(
                    State.FAILED,
                    "cannot read " + name + ": permission denied; "
                            + "make the daemon's user a member of the group that owns it (adm on Debian)");
        }
        return new Unreadable(State.FAILED, "cannot read " + name + ": " + SafeText.of(detail(exception)));
    }

    private static String detail(IOException exception) {
        if (exception instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return String.valueOf(exception.getMessage());
    }

    /** For a fault of the program or of a consumer. */
    static Unreadable of(Path path, RuntimeException unexpected) {
        return new Unreadable(
                State.FAILED,
                "reading " + SafeText.of(path.toString()) + " failed, and is tried again: "
                        + SafeText.of(unexpected.toString()));
    }
}
