// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** A file that holds a secret: nobody may read or write it but its owner, root or the daemon's user; its group may read it. */
final class SecretFile {
    private static final int ROOT = 0;
    private static final int PERMISSIONS = 07777;
    /** What others may do, what the group may but to read, and execution. */
    private static final int TOO_MUCH = 07137;

    private static final int LARGEST = 1 << 20;

    private SecretFile() {}

    /** Its text, if the file is safe. */
    static String read(Path file) throws RemoteTrouble {
        check(file);
        return text(file);
    }

    /** Its text, if nobody but its owner may change it, whoever that is. */
    static String readOfAnyOwner(Path file) throws RemoteTrouble {
        checkMode(file);
        return text(file);
    }

    private static String text(Path file) throws RemoteTrouble {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException binary) {
            throw trouble(file, "is not text in UTF-8; write it anew", binary);
        } catch (IOException unreadable) {
            throw trouble(
                    file,
                    "cannot be read (" + unreadable + "); it must be readable for the daemon's user: "
                            + System.getProperty("user.name"),
                    unreadable);
        }
    }

    /** @throws RemoteTrouble if it is not there, or others may read or change it */
    static void check(Path file) throws RemoteTrouble {
        int owner = checkMode(file);
        if (owner != ROOT && owner != ProcessUser.id()) {
            throw trouble(
                    file,
                    "belongs to the user " + owner
                            + ", who could change it; it must belong to root or to the daemon's user",
                    null);
        }
    }

    /** Answers who owns it. */
    private static int checkMode(Path file) throws RemoteTrouble {
        try {
            Map<String, Object> attributes = Files.readAttributes(file, "unix:mode,uid,size,isRegularFile");
            int mode = (Integer) attributes.get("mode") & PERMISSIONS;
            if (!Boolean.TRUE.equals(attributes.get("isRegularFile")) || (Long) attributes.get("size") > LARGEST) {
                throw trouble(file, "is no file of a size that one would write", null);
            }
            if ((mode & TOO_MUCH) != 0) {
                throw trouble(
                        file,
                        String.format(
                                "has the mode %04o, so that others may read or change it; 'chmod 0600 %s'", mode, file),
                        null);
            }
            return (Integer) attributes.get("uid");
        } catch (NoSuchFileException missing) {
            throw trouble(file, "is not there", missing);
        } catch (IOException unreadable) {
            throw trouble(file, "cannot be examined (" + unreadable + ")", unreadable);
        }
    }

    private static RemoteTrouble trouble(Path file, String message, Throwable cause) {
        return RemoteTrouble.in(file.toString(), 0, "the file " + message, cause);
    }
}
