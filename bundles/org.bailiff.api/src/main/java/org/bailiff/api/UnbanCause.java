// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

/** Why a ban ended. */
public enum UnbanCause {
    /** Its time was up. */
    EXPIRED,
    /** An operator's command. */
    COMMAND,
    /** Somebody took the address out of the kernel list by hand. */
    DELISTED,
    /** The list was full, and another ban ends later. */
    EVICTED,
    /** Its network is banned as a whole in its place. */
    MERGED,
    /** The jail was disabled or removed. */
    JAIL_REMOVED
}
