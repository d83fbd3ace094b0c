// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user that this process runs as. */
public final class CurrentUser {
    /** What the JDK says of a user without a name. */
    private static final String NAMELESS = "?";

    private CurrentUser() {}

    /** The name, or the number of a user that has none: chown takes both. */
    public static String name() {
        String name = System.getProperty("user.name");
        if (!name.equals(NAMELESS)) {
            return name;
        }
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException noProc) {
            // Only for a sentence: not worth a failure of its own.
            return NAMELESS;
        }
    }
}
