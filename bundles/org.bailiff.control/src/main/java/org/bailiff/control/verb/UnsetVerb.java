// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.List;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jails;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code unset}: takes an override back. */
@Component
public final class UnsetVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(UnsetVerb.class, "unset");

    /** With what the origin of a value begins that somebody set. */
    private static final String OVERRIDE = "override ";

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public UnsetVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
        this.jails = jails;
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> words = Arguments.words(call.arguments(), 2, 2);
        String jail = new JailChoice(jails).named(words.get(0)).name();
        String key = words.get(1);
        Settings inForce = settings.require();
        boolean overridden = inForce.effective(jail).stream()
                .anyMatch(setting ->
                        setting.key().equalsIgnoreCase(key) && setting.origin().startsWith(OVERRIDE));
        inForce.unset(jail, key, call.caller());
        String sentence = overridden
                ? jail + ": " + key + " is as the files say."
                : "Nothing to do: " + jail + " has no override of " + key + ".";
        Outcome.print(call, sentence, "jail", jail, "key", key, "changed", overridden);
        return ExitCode.OK;
    }
}
