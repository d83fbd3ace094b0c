// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** A part that is matched by itself, and never taken back. */
final class Atomic extends Step {
    private final Step body;
    private final Step next;

    /** @param body with its own end */
    Atomic(Step body, Step next) {
        this.body = body;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        return body.run(text, at) && next.run(text, text.last);
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.follow(body, offset);
    }
}
