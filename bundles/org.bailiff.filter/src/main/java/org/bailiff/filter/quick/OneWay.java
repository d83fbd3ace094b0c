// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A step that can match from a place on in one way only. */
abstract class OneWay extends Step {
    /** Where it leads to if it does not match. */
    static final int NOWHERE = -1;

    final Step next;

    OneWay(Step next) {
        this.next = next;
    }

    /** Where what it takes ends; {@link #NOWHERE} if it does not match. */
    abstract int pass(QuickText text, int at);

    @Override
    final boolean run(QuickText text, int at) {
        int end = pass(text, at);
        return end != NOWHERE && next.run(text, end);
    }

    @Override
    final void link(Linkage linkage) {
        linkage.pass(this);
        next.link(linkage);
    }
}
