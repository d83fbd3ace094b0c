// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.osgi.service.component.annotations.Component;

/** {@code ping}: whether the daemon answers. */
@Component
public final class PingVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(PingVerb.class, "ping");

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments.words(call.arguments(), 0, 0);
        Outcome.print(call, "Server replied: pong", "reply", "pong");
        return ExitCode.OK;
    }
}
