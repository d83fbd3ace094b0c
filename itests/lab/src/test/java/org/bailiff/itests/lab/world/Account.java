// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.util.List;
import java.util.stream.Stream;

/**
 * A user by number, who needs no entry in any file.
 *
 * @param user the user's id
 * @param group the id of the user's first group
 * @param groups the ids of further groups
 */
public record Account(int user, int group, List<Integer> groups) {
    /** The group {@code adm}, which reads logs; it has this number on every Debian. */
    private static final int LOG_READERS = 4;

    /** Whom the daemon runs as. */
    public static final Account DAEMON = new Account(23456, 23456, List.of(LOG_READERS));
    /** A person who may use the control socket, by membership in the daemon's group. */
    public static final Account OPERATOR = new Account(23457, 23457, List.of(DAEMON.group));
    /** A person with no business here. */
    public static final Account STRANGER = new Account(23458, 23458, List.of());

    public static final Account ROOT = new Account(0, 0, List.of());

    /** The same user, member of one more group. */
    public Account in(int another) {
        return new Account(
                user, group, Stream.concat(groups.stream(), Stream.of(another)).toList());
    }

    /** The command, to be run as this user; unless that is root, without a single capability and no way to gain one. */
    public List<String> command(List<String> command) {
        if (user == ROOT.user) {
            return command;
        }
        return Lists.concat(
                List.of(
                        "setpriv",
                        "--reuid=" + user,
                        "--regid=" + group,
                        groups.isEmpty() ? "--clear-groups" : "--groups=" + Lists.join(groups),
                        "--no-new-privs",
                        "--bounding-set=-all",
                        "--inh-caps=-all",
                        "--ambient-caps=-all",
                        "--"),
                command);
    }
}
