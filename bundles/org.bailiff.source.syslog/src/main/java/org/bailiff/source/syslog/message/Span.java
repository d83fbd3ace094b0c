// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog.message;

/**
 * A part of a message's bytes.
 *
 * @param from where it begins
 * @param to where it ends, exclusive
 */
record Span(int from, int to) {
    /** A part that the message does not have. */
    static final Span NONE = new Span(0, 0);

    boolean isEmpty() {
        return from >= to;
    }
}
