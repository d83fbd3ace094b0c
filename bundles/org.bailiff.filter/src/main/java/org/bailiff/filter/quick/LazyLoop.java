// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes as little as it must. */
final class LazyLoop extends ByteLoop {
    private final Gate gate;

    LazyLoop(Body body, Step next) {
        super(body, next);
        this.gate = Gate.to(next);
    }

    @Override
    boolean run(QuickText text, int at) {
        int place = at;
        while (place - at < least) {
            if (!takes(text, place)) {
                return false;
            }
            place++;
        }
        return goesOn(text, place, most - least);
    }

    private boolean goesOn(QuickText text, int at, int more) {
        for (int place = at; ; place++) {
            if (gate.isOpen(text, place)) {
                text.spend(1);
                if (next.run(text, place)) {
                    return true;
                }
            }
            if (place - at >= more || !takes(text, place)) {
                spend(text, place - at);
                return false;
            }
        }
    }
}
