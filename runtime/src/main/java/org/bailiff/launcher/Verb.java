// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

/**
 * A verb as the help shows it. The daemon may know more of them: plug-ins add some.
 *
 * @param kind who carries it out
 * @param name the verb
 * @param usage its arguments; empty if it has none
 * @param summary one line
 */
record Verb(Kind kind, String name, String usage, String summary) {

    enum Kind {
        /** The launcher itself. */
        LAUNCHER,
        /** A framework of its own, with the bundles that {@code local-verbs.properties} names. */
        LOCAL,
        /** The daemon, asked through its socket. */
        DAEMON
    }

    String title() {
        return usage.isEmpty() ? name : name + " " + usage;
    }
}
