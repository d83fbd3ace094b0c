// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.action;

/**
 * Whether a ban is carried out.
 *
 * @param inForce whether it is
 * @param reason a sentence that says why not, and the mend; empty if it is
 * @param crowded whether little room is left where it is carried out, so that a network's ban in the place of many would
 *     help
 */
public record Enforcement(boolean inForce, String reason, boolean crowded) {
    /** It is carried out. */
    public static final Enforcement IN_FORCE = new Enforcement(true, "", false);

    /** It is carried out, and little room is left. */
    public static final Enforcement IN_A_CROWD = new Enforcement(true, "", true);

    /** It is kept, and carried out as soon as the reason is gone. */
    public static Enforcement pending(String reason) {
        return new Enforcement(false, reason, false);
    }
}
