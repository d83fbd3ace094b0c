// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the daemon runs as.
 *
 * @param name the user's name or number
 * @param isCaller whether that is who asks
 */
record DaemonUser(String name, boolean isCaller) {
    /** Root's name and number, which both stand for a user without a name of his own for the daemon. */
    private static final Set<String> ROOT = Set.of("root", "0");

    private static final String USUAL = "bailiff";

    /** Whether a right is there. */
    enum Right {
        YES,
        NO,
        /** It hangs on the groups that the user is in. */
        UNKNOWN
    }

    /** Whom the daemon runs as, as far as can be guessed: who owns the data directory, else who asks, but never root. */
    static String guess(String caller, Path data) {
        String otherwise = isRoot(caller) ? USUAL : caller;
        try {
            String owner = Files.getOwner(data).getName();
            return isRoot(owner) ? otherwise : owner;
        } catch (IOException none) {
            // Nothing was started yet.
            return otherwise;
        }
    }

    static boolean isRoot(String user) {
        return ROOT.contains(user);
    }

    /** The user; empty if there is none of the name. */
    Optional<UserPrincipal> principal(Path anywhere) {
        try {
            return Optional.of(
                    anywhere.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Whether the user may write a file. */
    Right mayWrite(Path file, PosixFileAttributes attributes) {
        if (isCaller) {
            return Files.isWritable(file) ? Right.YES : Right.NO;
        }
        Set<PosixFilePermission> mode = attributes.permissions();
        if (principal(file).filter(attributes.owner()::equals).isPresent()) {
            return mode.contains(PosixFilePermission.OWNER_WRITE) ? Right.YES : Right.NO;
        }
        if (mode.contains(PosixFilePermission.GROUP_WRITE)) {
            return Right.UNKNOWN;
        }
        return mode.contains(PosixFilePermission.OTHERS_WRITE) ? Right.YES : Right.NO;
    }
}
