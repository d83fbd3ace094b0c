// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Bytes of a set, as many or as few as what follows needs. */
abstract class Seeking extends ByteLoop {
    Seeking(Body body, Step next) {
        super(body, next);
    }

    /** The first place where what follows is to be tried; {@link OneWay#NOWHERE} if there is none. */
    abstract int begin(QuickText text, int at);

    /** As {@link #begin}, the next one, where it did not match at a place. */
    abstract int again(QuickText text, int tried, int start);

    @Override
    final boolean run(QuickText text, int at) {
        int place = begin(text, at);
        while (place != OneWay.NOWHERE) {
            if (next.run(text, place)) {
                return true;
            }
            place = again(text, place, at);
        }
        return false;
    }

    @Override
    final void link(Linkage linkage) {
        linkage.seek(this, next);
    }
}
