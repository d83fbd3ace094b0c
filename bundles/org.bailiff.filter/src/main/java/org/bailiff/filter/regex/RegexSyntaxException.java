// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

/** A regex cannot be understood, or needs what is not offered. The message is a sentence without the place. */
public final class RegexSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    public RegexSyntaxException(String message) {
        super(message);
    }
}
