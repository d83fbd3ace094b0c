// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

/**
 * Whether a ban is carried out.
 *
 * @param inForce whether it is
 * @param reason a sentence that says why not, and the mend; empty if it is
 */
public record Enforcement(boolean inForce, String reason) {
    /** It is carried out. */
    public static final Enforcement IN_FORCE = new Enforcement(true, "");

    /** It is kept, and carried out as soon as the reason is gone. */
    public static Enforcement pending(String reason) {
        return new Enforcement(false, reason);
    }
}
