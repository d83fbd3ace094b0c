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

/** {@code pause}: the same as {@code set JAIL paused true}. */
@Component
public final class PauseVerb implements Command {
    /** The jail's key. */
    static final String KEY = "paused";

    private static final CommandDescription DESCRIPTION = CommandDescription.of(PauseVerb.class, "pause");

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public PauseVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
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
        settings.require().set(jail, KEY, "true", call.caller());
        String sentence = jail + " is paused: it reads nothing, its bans hold. 'bailiff resume " + jail + "' goes on.";
        Outcome.print(call, sentence, "jail", jail, KEY, true);
        return ExitCode.OK;
    }
}
