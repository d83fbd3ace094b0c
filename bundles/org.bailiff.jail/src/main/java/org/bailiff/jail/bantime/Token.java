// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

/**
 * A piece of a formula.
 *
 * @param text as it is written; empty at the end
 * @param position where it begins, from 0
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        NAME,
        SIGN,
        END
    }
}
