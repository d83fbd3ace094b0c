// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.xml;

/** Something in a document is not plain, or is wrong. */
final class NotPlain extends Exception {
    private static final long serialVersionUID = 1;

    NotPlain() {
        super("not plain", null, false, false);
    }
}
