// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.bailiff.launcher.Verb.Kind.DAEMON;
import static org.bailiff.launcher.Verb.Kind.LAUNCHER;
import static org.bailiff.launcher.Verb.Kind.LOCAL;

import java.util.List;

/** The verbs that the launcher knows by name, in the order of the help. */
final class Verbs {
    /** A verb further away than this from what was typed is not what was meant. */
    private static final int FARTHEST_SLIP = 2;

    static final List<Verb> ALL = List.of(
            new Verb(
                    LAUNCHER,
                    "run",
                    "[--etc DIR] [--data DIR] [--simulate] [--allow-root]",
                    "the daemon, in the foreground"),
            new Verb(DAEMON, "stop", "[--release]", "ends the daemon; --release empties its lists until it is back"),
            new Verb(DAEMON, "reload", "[--dry-run]", "reads the configuration again"),
            new Verb(DAEMON, "ping", "", "whether the daemon answers"),
            new Verb(DAEMON, "status", "[JAIL]", "the jails, and what they count and ban"),
            new Verb(DAEMON, "stats", "", "one line for each jail"),
            new Verb(DAEMON, "banned", "[ADDRESS]", "who is banned, and until when"),
            new Verb(DAEMON, "why", "ADDRESS", "the lines and the decision behind a ban"),
            new Verb(DAEMON, "explain", "[JAIL] LINE", "what the jails would make of a line, step by step"),
            new Verb(DAEMON, "config", "[JAIL]", "the settings in force, each with its file and line"),
            new Verb(DAEMON, "ban", "JAIL ADDRESS... [--for 1h|forever] [--reason TEXT] [--force]", "bans by hand"),
            new Verb(DAEMON, "unban", "[JAIL] ADDRESS...|--all", "lets in again"),
            new Verb(DAEMON, "enable", "JAIL", "sets a jail to work, and puts its bans back"),
            new Verb(DAEMON, "disable", "JAIL", "stops a jail, and lets in whom it keeps out"),
            new Verb(DAEMON, "set", "JAIL KEY VALUE", "changes a setting at once, and keeps it"),
            new Verb(DAEMON, "unset", "JAIL KEY", "takes such a change back"),
            new Verb(LOCAL, "check", "", "examines the configuration, naming file and line"),
            new Verb(LOCAL, "firewall", "[--user USER] [--remove]", "prints what root does once for the jails"),
            new Verb(LOCAL, "doctor", "[--user USER] [--no-self-test]", "examines this host, and says what mends it"),
            new Verb(
                    LOCAL,
                    "test",
                    "[OPTION...] LOG... FILTER|REGEX",
                    "tries a filter on a log, as fail2ban-regex does"),
            new Verb(
                    LOCAL,
                    "replay",
                    "[--since TIME] [--until TIME] [--against DIR] [--jail NAME]...",
                    "what a configuration would have banned over the logs"),
            new Verb(
                    LOCAL,
                    "passwd",
                    "[--users FILE] USER ROLE | --remove USER | --list",
                    "who may log in through remote JMX"),
            new Verb(LOCAL, "demo", "", "shows an attacker banned and let in again, on this machine"),
            new Verb(LAUNCHER, "version", "", "which Bailiff this is"),
            new Verb(LAUNCHER, "help", "[VERB]", "this"));

    private Verbs() {}

    /** The verb of that name, or null. */
    static Verb find(String name) {
        for (Verb verb : ALL) {
            if (verb.name().equals(name)) {
                return verb;
            }
        }
        return null;
    }

    /** The sentence for a word that is no verb; it names the nearest verb if one is near. */
    static String unknown(String typed) {
        Verb nearest = null;
        int least = FARTHEST_SLIP + 1;
        for (Verb verb : ALL) {
            int distance = distance(typed, verb.name());
            if (distance < least) {
                least = distance;
                nearest = verb;
            }
        }
        String guess = nearest == null ? "" : " did you mean '" + nearest.name() + "'?";
        return "'" + typed + "' is not a verb;" + guess + " 'bailiff help' lists them";
    }

    /** How many letters must be put in, taken out or changed to make one word the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
