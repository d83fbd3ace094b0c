// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    /** Reads states and counts. */
    VIEWER,
    /** Bans, unbans and reads; sees log text masked. */
    OPERATOR,
    /** Changes settings, reloads and stops; sees log text. */
    ADMINISTRATOR;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
