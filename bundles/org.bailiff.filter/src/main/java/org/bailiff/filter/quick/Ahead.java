// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Looks whether a part does, or does not, match from here on. */
final class Ahead extends OneWay {
    private final Step body;
    private final Gate gate;
    private final boolean wanted;
    private final ByteSet only;
    private final boolean captures;

    /**
     * @param body with its own end
     * @param only what may stand here
     * @param captures whether groups within take something, which is not forgotten when what follows does not match
     */
    Ahead(Step body, boolean wanted, ByteSet only, boolean captures, Step next) {
        super(next);
        this.body = body;
        this.gate = Gate.to(body);
        this.wanted = wanted;
        this.only = only;
        this.captures = captures;
    }

    @Override
    int pass(QuickText text, int at) {
        return (gate.isOpen(text, at) && body.run(text, at)) == wanted ? at : NOWHERE;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        if (captures) {
            outlook.add(offset, only);
            outlook.addAnything(offset + 1);
        } else {
            outlook.followWithin(only, next, offset);
        }
    }
}
