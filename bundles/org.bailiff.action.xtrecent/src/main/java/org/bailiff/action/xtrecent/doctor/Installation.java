// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.nio.file.Path;

/**
 * Where Bailiff is, to name it in commands.
 *
 * @param command the command {@code bailiff}
 * @param etc the configuration
 * @param data the data directory
 * @param socket where the daemon's socket is, unless a pointer in the data directory says otherwise
 */
record Installation(Path command, Path etc, Path data, Path socket) {

    /** What root runs to set up all that the configured jails need. */
    String firewall(String user) {
        return verb("firewall") + " --user " + ShellWord.of(user) + " > bailiff-firewall && sh bailiff-firewall";
    }

    String check() {
        return verb("check");
    }

    String doctor(String user) {
        return verb("doctor") + " --user " + ShellWord.of(user);
    }

    private String verb(String verb) {
        return ShellWord.of(command.toString()) + " " + verb + " --etc " + ShellWord.of(etc.toString());
    }
}
