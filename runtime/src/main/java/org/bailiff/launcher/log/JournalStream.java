// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a stream is the one that systemd connected to the journal. */
final class JournalStream {
    private JournalStream() {}

    /**
     * @param variable {@code JOURNAL_STREAM}, the device and inode number that systemd vouches for, or null. Alone it
     *     proves nothing: whatever a service starts inherits it, also with its output in a file.
     * @param stream the stream as a file, e.g. {@code /proc/self/fd/2}
     */
    static boolean is(String variable, Path stream) {
        if (variable == null) {
            return false;
        }
        try {
            return variable.equals(
                    Files.getAttribute(stream, "unix:dev") + ":" + Files.getAttribute(stream, "unix:ino"));
        } catch (IOException e) {
            // Without /proc nobody can tell; plain lines are right everywhere.
            return false;
        }
    }
}
