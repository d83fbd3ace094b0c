// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import org.bailiff.api.Role;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/** The parts of a verb that need more than its other parts, which only tell. */
final class Roles {
    private Roles() {}

    /** @throws CommandException if the caller is no operator */
    static void requireOperator(CommandCall call, String part) throws CommandException {
        if (!call.caller().role().includes(Role.OPERATOR)) {
            throw new CommandException(ExitCode.DENIED, "'" + part + "' is for operators and administrators.");
        }
    }

    /** @throws CommandException if the caller is no administrator */
    static void requireAdministrator(CommandCall call, String part) throws CommandException {
        if (!call.caller().isAdministrator()) {
            throw new CommandException(
                    ExitCode.DENIED, "'" + part + "' is for administrators, that is root and the daemon's user.");
        }
    }
}
