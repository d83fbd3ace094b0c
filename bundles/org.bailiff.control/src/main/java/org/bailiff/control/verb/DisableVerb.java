// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.List;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jails;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code disable}: the same as {@code set JAIL enabled false}. */
@Component
public final class DisableVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(DisableVerb.class, "disable");

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public DisableVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
        this.jails = jails;
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> words = Arguments.words(call.arguments(), 1, 1);
        String jail = new JailChoice(jails).named(words.get(0)).name();
        settings.require().set(jail, "enabled", "false", call.caller());
        Outcome.print(call, jail + " is disabled.", "jail", jail, "enabled", false);
        return ExitCode.OK;
    }
}
