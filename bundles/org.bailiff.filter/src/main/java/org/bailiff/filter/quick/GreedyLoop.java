// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes all that it can, and gives back as much as is needed. */
final class GreedyLoop extends Seeking {
    private final Gate gate;

    GreedyLoop(Body body, Step next) {
        super(body, next);
        this.gate = Gate.to(next);
    }

    @Override
    int begin(QuickText text, int at) {
        int end = reach(text, at);
        spend(text, end - at - least);
        return back(text, end, at + least);
    }

    @Override
    int again(QuickText text, int tried, int start) {
        return back(text, tried - 1, start + least);
    }

    private int back(QuickText text, int end, int floor) {
        int place = gate.back(text, end, floor);
        if (place < floor) {
            return OneWay.NOWHERE;
        }
        text.spend(1);
        return place;
    }
}
