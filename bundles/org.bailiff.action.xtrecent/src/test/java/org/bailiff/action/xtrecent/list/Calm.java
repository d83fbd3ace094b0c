// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

/** How many rounds of maintenance have passed since something last happened to a list. */
final class Calm {
    private int rounds;
    private int lastDisturbed;
    private int lastHindered;
    private int lastBan;

    void round() {
        rounds++;
    }

    int rounds() {
        return rounds;
    }

    /** Something happened to what is in the list. */
    void disturbed() {
        lastDisturbed = rounds;
    }

    /** The daemon could not write, or not be sure that it can. */
    void hindered() {
        lastHindered = rounds;
        disturbed();
    }

    /** A jail banned somebody. */
    void banned() {
        lastBan = rounds;
    }

    boolean undisturbedFor(int count) {
        return rounds - lastDisturbed >= count;
    }

    boolean unhinderedFor(int count) {
        return rounds - lastHindered >= count;
    }

    boolean withoutBansFor(int count) {
        return rounds - lastBan >= count;
    }
}
