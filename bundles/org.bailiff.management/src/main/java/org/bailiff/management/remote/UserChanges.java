// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.nio.file.Path;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;

/**
 * Puts changes of a file of users into the audit trail when the daemon takes them up. Who wrote the file, nobody can know:
 * {@code bailiff passwd} or an editor, and neither needs the daemon.
 */
record UserChanges(Path file, Audit audit) {
    private static final Caller WRITER = new Caller("file", Caller.DAEMON.channel(), Role.ADMINISTRATOR);
    private static final String DONE = "done";

    /** A new table is in force. */
    void record(UserTable before, UserTable after) {
        for (User user : before.all()) {
            if (after.find(user.name()).isEmpty()) {
                entry("remove user", user.name(), User.wordOf(user.role()), "", DONE);
            }
        }
        for (User user : after.all()) {
            Optional<User> old = before.find(user.name());
            if (old.isEmpty()) {
                entry("add user", user.name(), "", User.wordOf(user.role()), DONE);
            } else if (!old.get().equals(user)) {
                boolean samePassword = old.get().password().equals(user.password());
                entry(
                        "change user",
                        user.name(),
                        User.wordOf(old.get().role()),
                        User.wordOf(user.role()) + (samePassword ? "" : ", new password"),
                        DONE);
            }
        }
    }

    /** Nobody is let in. */
    void unusable(RemoteTrouble trouble) {
        entry("read users", "all", "", "", "refused: nobody may log in: " + trouble.getMessage());
    }

    private void entry(String what, String user, String before, String after, String outcome) {
        audit.record(WRITER, what, user + " in " + file, before, after, outcome);
    }
}
