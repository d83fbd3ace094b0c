// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import java.io.PrintWriter;
import org.bailiff.api.Caller;

/** Answers requests. Thread-safe: several callers are answered at once. */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Carries the request out, whatever it asks for, and says what went wrong on {@code err}. Throws nothing.
     *
     * @return the exit code
     */
    int answer(Caller caller, Request request, PrintWriter out, PrintWriter err);
}
