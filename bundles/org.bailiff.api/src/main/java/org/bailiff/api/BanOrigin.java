// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

/** Why a ban exists. */
public enum BanOrigin {
    /** Enough failures within find time. */
    FAILURES,
    /** An operator's command. */
    MANUAL,
    /** Enough addresses of the network were banned. */
    NEIGHBOURS,
    /** Found in the kernel list and taken over. */
    ADOPTED
}
