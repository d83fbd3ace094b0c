// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Takes all that it can, and gives nothing back: what follows cannot begin with what it takes, or it is written so. */
final class FullLoop extends ByteLoop {
    FullLoop(Body body, Step next) {
        super(body, next);
    }

    /** Where what it takes ends; {@link OneWay#NOWHERE} if that is too little. */
    int pass(QuickText text, int at) {
        int end = reach(text, at);
        return end - at >= least ? end : OneWay.NOWHERE;
    }

    @Override
    boolean run(QuickText text, int at) {
        int end = pass(text, at);
        return end != OneWay.NOWHERE && next.run(text, end);
    }

    @Override
    void link(Linkage linkage) {
        linkage.pass(this);
        next.link(linkage);
    }
}
