// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/**
 * As fail2ban does: each line is a failure that is no helper, and so is a helper while failures wait for an address, or
 * as soon as more than one user was tried. Who gains access with the only name that was tried is forgiven what waited.
 */
final class LineReckoning implements Reckoning {
    /** Failures that wait for somebody to be known. */
    private int waiting;
    /** Lines that are told of with the next failure. */
    private int untold;

    @Override
    public Due take(Sighting sighting, int users, boolean known) {
        if (sighting.isGain() && users <= 1) {
            waiting = 0;
        }
        boolean counts = !sighting.isHelper() || waiting > 0 || users > 1;
        untold++;
        if (!counts) {
            return Due.NOTHING;
        }
        waiting += sighting.isHelper() && waiting > 0 ? 0 : 1;
        if (!known) {
            return new Due(0, 0, true);
        }
        Due due = new Due(waiting, untold, false);
        waiting = 0;
        untold = 0;
        return due;
    }

    @Override
    public int[] numbers() {
        return new int[] {waiting, untold};
    }

    @Override
    public void restore(int[] numbers) {
        if (numbers.length != 2) {
            throw new IllegalArgumentException("not the numbers of a session whose lines count");
        }
        waiting = numbers[0];
        untold = numbers[1];
    }
}
