// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

/**
 * Something that people should know of although it is no ban, no unban and no state.
 *
 * @param kind see {@link Kind}
 * @param message one sentence with the mend, if there is one
 */
public record Notice(Kind kind, String message) {

    /** What happened. */
    public enum Kind {
        /** What the action writes to was removed, or made anew without what was in it. */
        LIST_REMOVED,
        /** It was emptied. */
        LIST_FLUSHED,
        /** Some of what was written to it was missing; it is put back. */
        BANS_MISSING,
        /** There is no room for another ban. */
        LIST_FULL,
        /** Leases ran out before they could be renewed: addresses were let in for a while. */
        LEASES_LAPSED,
        /** Entries that are not Bailiff's became bans, or were taken out. */
        FOREIGN_ENTRIES,
        /** A ban is carried out and does not keep its target out. */
        NOT_ENFORCED,
        /** Bans wait, because all jails have made as many lately as is allowed. */
        BANS_HELD
    }
}
