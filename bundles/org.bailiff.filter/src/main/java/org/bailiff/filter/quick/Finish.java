// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.quick;

/** The end of a regex, or of a part that is matched by itself. */
final class Finish extends Step {
    @Override
    boolean run(QuickText text, int at) {
        text.last = at;
        return true;
    }

    @Override
    void foretell(Outlook outlook, int offset) {
        outlook.addAnything(offset);
    }
}
