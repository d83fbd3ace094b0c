// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Tells from the two bytes at a place whether a step may match there. Immutable. */
final class Gate {
    private final boolean[] first;
    private final boolean[] second;
    private final boolean firstMayEnd;
    private final boolean secondMayEnd;

    private Gate(ByteSet first, ByteSet second) {
        this.first = first.table();
        this.second = second.table();
        this.firstMayEnd = first.end();
        this.secondMayEnd = second.end();
    }

    static Gate to(Step step) {
        ByteSet[] sets = Outlook.near(step);
        return new Gate(sets[0], sets[1]);
    }

    /** A gate that only knows the first byte. */
    static Gate to(ByteSet set) {
        return new Gate(set, ByteSet.ANYTHING);
    }

    /** The last place where it is open, from one place back to another; below that if there is none. */
    int back(QuickText text, int from, int to) {
        int place = from;
        while (place >= to && place >= text.to - 1) {
            if (isOpen(text, place)) {
                return place;
            }
            place--;
        }
        byte[] bytes = text.bytes;
        while (place >= to && !(first[bytes[place]] && second[bytes[place + 1]])) {
            place--;
        }
        return place;
    }

    boolean isOpen(QuickText text, int at) {
        int next = at + 1;
        if (next < text.to) {
            return first[text.bytes[at]] && second[text.bytes[next]];
        }
        return at < text.to ? first[text.bytes[at]] && secondMayEnd : firstMayEnd;
    }
}
