// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

/**
 * How the lines of a session become failures. There are two ways: fail2ban's, {@link LineReckoning}, and that of
 * definitions which say what a session as a whole is worth, {@link WorthReckoning}. Owned by one session.
 */
interface Reckoning {

    /**
     * What is to be counted now.
     *
     * @param attempts how many, 0 for nothing
     * @param lines how many lines tell of them
     * @param pending whether the line is a failure, and counts as soon as it is known whose
     */
    record Due(int attempts, int lines, boolean pending) {
        static final Due NOTHING = new Due(0, 0, false);
    }

    /**
     * Takes a line in.
     *
     * @param users how many were tried in the session so far, by that line too
     * @param known whether it is known who it is
     */
    Due take(Sighting sighting, int users, boolean known);

    /** Its numbers, to be stored; {@link #restore} takes them. */
    int[] numbers();

    /**
     * @throws IllegalArgumentException if they are not its numbers
     */
    void restore(int[] numbers);
}
