// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.util.List;

/** Runs commands, one at a time. */
@FunctionalInterface
interface Runner {

    /**
     * Runs one and returns when it has ended, or was ended because its time was up.
     *
     * @param words the program and its arguments
     * @param errand what it is told in its environment and on its standard input
     * @param meanwhile is done now and then while the command runs
     * @throws InterruptedException if this thread is to stop; the command was ended
     */
    Outcome run(List<String> words, Errand errand, Duration timeout, Runnable meanwhile) throws InterruptedException;
}
