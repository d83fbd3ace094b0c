// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

/** A verb failed; the message is what it complained of. */
public final class VerbFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    VerbFailedException(String complaints) {
        // Whoever typed the verb is told why; where in the code it was found is no news.
        super(complaints, null, false, false);
    }
}
