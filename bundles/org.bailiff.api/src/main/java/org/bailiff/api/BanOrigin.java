// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

/** Why a ban exists. */
public enum BanOrigin {
    /** Enough failures within find time. */
    FAILURES,
    /** The same, while the jail only simulates: it ends when the jail is to enforce. */
    SIMULATED,
    /** An operator's command. */
    MANUAL,
    /** Enough addresses of the network were banned. */
    NEIGHBOURS,
    /** Found in the kernel list and taken over. */
    ADOPTED
}
