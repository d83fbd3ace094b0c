// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/** The parts of a verb that change what all are judged by, where its other parts only tell. */
final class Administrators {
    private Administrators() {}

    /** @throws CommandException if the caller is none */
    static void require(CommandCall call, String part) throws CommandException {
        if (!call.caller().isAdministrator()) {
            throw new CommandException(
                    ExitCode.DENIED, "'" + part + "' is for administrators, that is root and the daemon's user.");
        }
    }
}
