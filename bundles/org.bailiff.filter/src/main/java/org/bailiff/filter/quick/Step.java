// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/**
 * A part of a regex together with all that follows it: it matches from a place on if it can take something there and what
 * follows matches behind that. Immutable once the regex is made.
 */
abstract class Step {
    /** What may stand at its first places, {@link Outlook#NEAR} of them; null until it is asked for. */
    private ByteSet[] near;

    final ByteSet[] near() {
        return near;
    }

    final void keepNear(ByteSet[] sets) {
        near = sets;
    }

    /** Whether there is a match from this place on. If there is, its groups and its end are in the text. */
    abstract boolean run(QuickText text, int at);

    /** Writes what {@link #run} does into a class of the regex's own. */
    void link(Linkage linkage) {
        linkage.leave(this);
    }

    /** Tells what may stand where it matches, from this offset on. What is told may be more than is true, never less. */
    abstract void foretell(Outlook outlook, int offset);
}
