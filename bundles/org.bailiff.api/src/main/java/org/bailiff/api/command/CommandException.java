// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

/** A verb cannot be carried out; the message is a sentence that says why and what to do. */
public class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
