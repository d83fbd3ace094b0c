// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

/** A text is not in the dialect. The message begins with file and line, and names the key and the mend. */
public class DialectException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Origin origin;

    /**
     * @param origin where
     * @param message what is wrong and the mend; the place is put before it
     */
    public DialectException(Origin origin, String message) {
        super(origin + ": " + message);
        this.origin = origin;
    }

    public Origin origin() {
        return origin;
    }
}
