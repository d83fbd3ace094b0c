// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/**
 * A session is worth as many failures as it has attempts, and at least one if a line said that it has failed as a whole
 * ({@code <F-MLFONCE>}). So no attempt counts twice that two lines tell of. Who gains access with the only name that was
 * tried is forgiven what waited for an address.
 */
final class WorthReckoning implements Reckoning {
    private int attempts;
    private boolean failed;
    private int counted;
    private int untold;

    @Override
    public Due take(Sighting sighting, int users, boolean known) {
        untold++;
        if (sighting.isGain() && users <= 1) {
            counted = worth();
        } else if (!sighting.isHelper() && sighting.isOfSession()) {
            failed = true;
        } else if (!sighting.isHelper()) {
            attempts++;
        }
        int due = worth() - counted;
        if (due == 0 || !known) {
            return new Due(0, 0, due > 0);
        }
        counted += due;
        Due told = new Due(due, untold, false);
        untold = 0;
        return told;
    }

    private int worth() {
        return Math.max(attempts, failed ? 1 : 0);
    }

    @Override
    public int[] numbers() {
        return new int[] {attempts, failed ? 1 : 0, counted, untold};
    }

    @Override
    public void restore(int[] numbers) {
        if (numbers.length != 4) {
            throw new IllegalArgumentException("not the numbers of a session with a worth");
        }
        attempts = numbers[0];
        failed = numbers[1] != 0;
        counted = numbers[2];
        untold = numbers[3];
    }
}
