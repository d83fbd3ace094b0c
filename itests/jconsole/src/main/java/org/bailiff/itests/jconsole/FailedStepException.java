// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.jconsole;

/** A step of the tour failed; the message is a sentence that says which, and what was seen instead. */
final class FailedStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedStepException(String message) {
        super(message);
    }

    FailedStepException(String message, Throwable cause) {
        super(message, cause);
    }
}
