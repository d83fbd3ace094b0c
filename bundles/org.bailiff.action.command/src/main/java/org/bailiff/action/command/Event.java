// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.util.Locale;

/** What a command is told of. */
enum Event {
    /** The action is at work: once each time that it begins, before anything else. */
    START,
    /** Somebody is banned. */
    BAN,
    /** A ban that was told has ended. */
    UNBAN,
    /** The action was taken out of the configuration, or its jail disabled. Not when the daemon stops: bans stay then. */
    STOP;

    /** As parameters, environments and JSON name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
