// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.bailiff.launcher.ExitStatus;
import org.bailiff.launcher.LaunchException;

/**
 * The daemon's answer: lines that begin with {@code o} for standard output, {@code e} for standard error, and at the
 * end one with {@code x} and the exit code.
 */
final class Answer {
    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<String> paint;

    /**
     * @param paint what becomes of a line of the standard output
     */
    Answer(PrintStream out, PrintStream err, UnaryOperator<String> paint) {
        this.out = out;
        this.err = err;
        this.paint = paint;
    }

    /** Prints what is read and returns the exit code. */
    int print(BufferedReader reader) throws IOException, LaunchException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("o")) {
                out.println(paint.apply(line.substring(1)));
            } else if (line.startsWith("e")) {
                err.println(line.substring(1));
            } else if (line.startsWith("x")) {
                return exitCode(line.substring(1));
            } else {
                throw incomprehensible();
            }
        }
        throw new LaunchException(
                ExitStatus.FAILED, "the daemon broke off before the end of its answer; see its log for the reason");
    }

    private static int exitCode(String number) throws LaunchException {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw incomprehensible();
        }
    }

    private static LaunchException incomprehensible() {
        return new LaunchException(
                ExitStatus.FAILED, "what answers on the socket is not a bailiff of this version; see --socket");
    }
}
