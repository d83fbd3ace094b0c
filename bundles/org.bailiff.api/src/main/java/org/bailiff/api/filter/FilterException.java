// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

/** A definition cannot be compiled. Trying again will not help: the message names file, line, key and the mend. */
public class FilterException extends Exception {
    private static final long serialVersionUID = 1L;

    public FilterException(String message) {
        super(message);
    }

    public FilterException(String message, Throwable cause) {
        super(message, cause);
    }
}
