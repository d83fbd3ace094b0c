// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

/** What an action of fail2ban is to Bailiff. */
public enum ActionKind {
    /** It writes the kernel's recent lists, as Bailiff does: Bailiff keeps its two lists. */
    RECENT_LISTS,
    /** It changes what only root may change, to keep somebody out: a list of Bailiff's does so in its place. */
    NEEDS_ROOT,
    /** It runs a command that keeps nobody out of this host, to tell somebody or to have it done elsewhere. */
    COMMAND,
    /** Its commands say nothing clear. */
    UNCLEAR
}
