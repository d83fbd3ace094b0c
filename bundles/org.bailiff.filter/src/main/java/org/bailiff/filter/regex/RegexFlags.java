// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/**
 * The flags that change how a part of a regex is read. Python's m is always on, as in fail2ban; u is the way of Python 3.
 *
 * @param anyCase i
 * @param dotAll s
 * @param verbose x
 */
record RegexFlags(boolean anyCase, boolean dotAll, boolean verbose) {
    static final RegexFlags NONE = new RegexFlags(false, false, false);
    static final String KNOWN = "imsux";

    /** These flags with some switched. */
    RegexFlags with(String letters, boolean on) {
        return new RegexFlags(
                letters.indexOf('i') >= 0 ? on : anyCase,
                letters.indexOf('s') >= 0 ? on : dotAll,
                letters.indexOf('x') >= 0 ? on : verbose);
    }
}
