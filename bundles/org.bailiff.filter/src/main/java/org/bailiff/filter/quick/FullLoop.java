// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes all that it can, and gives nothing back: what follows cannot begin with what it takes, or it is written so. */
final class FullLoop extends ByteLoop {
    FullLoop(Body body, Step next) {
        super(body, next);
    }

    @Override
    boolean run(QuickText text, int at) {
        int end = reach(text, at);
        return end - at >= least && next.run(text, end);
    }
}
