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

/** {@code set}: overrides a value of a jail. */
@Component
public final class SetVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(SetVerb.class, "set");

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public SetVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
        this.jails = jails;
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        // A value may begin with a minus, e.g. bantime -1, so here nothing is an option.
        List<String> words = call.arguments();
        if (words.size() < 3) {
            // Whoever does not know what to write is shown it.
            if (!call.json()) {
                call.err().print(DESCRIPTION.details());
            }
            throw Arguments.misused("Something is missing.");
        }
        String jail = new JailChoice(jails).named(words.get(0)).name();
        String key = words.get(1);
        String value = String.join(" ", words.subList(2, words.size()));
        settings.require().set(jail, key, value, call.caller());
        Outcome.print(
                call,
                jail + ": " + key + " = " + value + " from now on; 'bailiff unset " + jail + " " + key
                        + "' goes back to the files' value.",
                "jail",
                jail,
                "key",
                key,
                "value",
                value);
        return ExitCode.OK;
    }
}
