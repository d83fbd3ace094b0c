// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes all that it can, and gives back as much as is needed. */
final class GreedyLoop extends ByteLoop {
    private final Gate gate;

    GreedyLoop(Body body, Step next) {
        super(body, next);
        this.gate = Gate.to(next);
    }

    @Override
    boolean run(QuickText text, int at) {
        int floor = at + least;
        int end = reach(text, at);
        spend(text, end - floor);
        for (int place = end; place >= floor; place--) {
            if (gate.isOpen(text, place)) {
                text.spend(1);
                if (next.run(text, place)) {
                    return true;
                }
            }
        }
        return false;
    }
}
