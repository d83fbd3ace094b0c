// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes as little as it must. */
final class LazyLoop extends Seeking {
    private final Gate gate;

    LazyLoop(Body body, Step next) {
        super(body, next);
        this.gate = Gate.to(next);
    }

    @Override
    int begin(QuickText text, int at) {
        int place = at;
        while (place - at < least) {
            if (!takes(text, place)) {
                return OneWay.NOWHERE;
            }
            place++;
        }
        return forth(text, place, at);
    }

    @Override
    int again(QuickText text, int tried, int start) {
        return tried - start < most && takes(text, tried) ? forth(text, tried + 1, start) : OneWay.NOWHERE;
    }

    private int forth(QuickText text, int from, int start) {
        int place = from;
        while (!gate.isOpen(text, place)) {
            if (place - start >= most || !takes(text, place)) {
                spend(text, place - from);
                return OneWay.NOWHERE;
            }
            place++;
        }
        spend(text, place - from);
        text.spend(1);
        return place;
    }
}
