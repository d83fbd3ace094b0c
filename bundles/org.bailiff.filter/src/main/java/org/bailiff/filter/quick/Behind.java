// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** Looks whether a part does, or does not, end here. */
final class Behind extends Step {
    private final Step body;
    private final int least;
    private final int most;
    private final boolean wanted;
    private final boolean captures;
    private final Step next;

    /**
     * @param body ends with {@link Here}
     * @param width how many bytes it takes
     * @param captures whether groups within take something, which is not forgotten when what follows does not match
     */
    Behind(Step body, Width width, boolean wanted, boolean captures, Step next) {
        this.body = body;
        this.least = width.least();
        this.most = width.most();
        this.wanted = wanted;
        this.captures = captures;
        this.next = next;
    }

    @Override
    boolean run(QuickText text, int at) {
        return ends(text, at) == wanted && next.run(text, at);
    }

    private boolean ends(QuickText text, int at) {
        int outer = text.here;
        text.here = at;
        boolean found = false;
        int first = Math.max(at - most, text.from);
        for (int start = at - least; start >= first && !found; start--) {
            text.spend(1);
            found = body.run(text, start);
        }
        text.here = outer;
        return found;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        if (captures) {
            outlook.addAnything(offset);
        } else {
            outlook.follow(next, offset);
        }
    }

    /** The place from which is looked. */
    static final class Here extends Step {
        @Override
        boolean run(QuickText text, int at) {
            return at == text.here;
        }

        @Override
        void foretell(Outlook outlook, int offset) {
            outlook.addAnything(offset);
        }
    }
}
