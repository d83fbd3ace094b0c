// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

/**
 * How a command ended.
 *
 * @param succeeded whether it exited with 0 in time
 * @param reason if not, why, for people; safe to show
 */
record Outcome(boolean succeeded, String reason) {
    static final Outcome DONE = new Outcome(true, "");

    static Outcome failed(String reason) {
        return new Outcome(false, reason);
    }
}
