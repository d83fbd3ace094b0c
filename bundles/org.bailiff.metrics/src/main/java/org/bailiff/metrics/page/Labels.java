// SPDX-License-Identifier: Apache-2.0
package org.bailiff.metrics.page;

import org.bailiff.text.SafeText;

/**
 * Names and texts that tell values of a family apart, in the form in which they are written.
 *
 * @param text e.g. {@code jail="sshd",action="xt_recent"}; empty if there are none
 */
record Labels(String text) {
    /** No label. */
    static final Labels NONE = new Labels("");

    private static final int LONGEST = 200;

    /** One label; whatever the value says, it is a text within its quotes. */
    static Labels of(String name, String value) {
        return NONE.and(name, value);
    }

    Labels and(String name, String value) {
        return new Labels((text.isEmpty() ? "" : text + ',') + name + "=\"" + escaped(value) + '"');
    }

    private static String escaped(String value) {
        return SafeText.of(value, LONGEST).replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
