// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

/** A line has the right checksum, but does not say what a line of its kind must say. */
final class UnreadableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
