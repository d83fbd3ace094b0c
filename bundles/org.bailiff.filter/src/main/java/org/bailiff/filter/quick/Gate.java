// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Tells from the byte at a place whether a step may match there. Immutable. */
final class Gate {
    private final boolean[] opens;
    private final boolean opensAtEnd;

    private Gate(ByteSet set) {
        this.opens = set.table();
        this.opensAtEnd = set.end();
    }

    static Gate to(Step step) {
        return to(Outlook.first(step));
    }

    static Gate to(ByteSet set) {
        return new Gate(set);
    }

    boolean isOpen(QuickText text, int at) {
        return at < text.to ? opens[text.bytes[at]] : opensAtEnd;
    }
}
