// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.io.IOException;
import java.util.List;

/** Runs a program. */
@FunctionalInterface
public interface ProgramRunner {

    /**
     * Runs it to its end.
     *
     * @param arguments the program's path, and its arguments
     * @return what it ended with
     * @throws IOException if it cannot be started, or does not end in time; the message says which
     */
    int run(List<String> arguments) throws IOException, InterruptedException;
}
