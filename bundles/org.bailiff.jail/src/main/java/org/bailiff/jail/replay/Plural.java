// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

/** Counts in words. */
final class Plural {
    private Plural() {}

    static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
