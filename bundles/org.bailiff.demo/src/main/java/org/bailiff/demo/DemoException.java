// SPDX-License-Identifier: Apache-2.0
package org.bailiff.demo;

/** What was to be shown did not come about; the message is a sentence. */
final class DemoException extends Exception {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}
