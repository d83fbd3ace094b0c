// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

/** Takes an answer line by line. Used by one thread at a time. Throws nothing: what cannot be delivered is dropped. */
public interface LineSink {

    /** One line, without a line end and without control characters. */
    void line(String text);

    /** Delivers what was taken so far. */
    void flush();
}
