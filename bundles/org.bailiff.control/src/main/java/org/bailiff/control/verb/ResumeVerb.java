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

/** {@code resume}: takes {@code pause} back. */
@Component
public final class ResumeVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ResumeVerb.class, "resume");

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public ResumeVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
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
        Settings inForce = settings.require();
        boolean paused = isPaused(inForce, jail);
        inForce.unset(jail, PauseVerb.KEY, call.caller());
        if (isPaused(inForce, jail)) {
            // The files pause it: it takes an override to go on.
            inForce.set(jail, PauseVerb.KEY, "false", call.caller());
        }
        String sentence =
                paused ? jail + " reads on from where it stopped." : "Nothing to do: " + jail + " is not paused.";
        Outcome.print(call, sentence, "jail", jail, PauseVerb.KEY, false, "changed", paused);
        return ExitCode.OK;
    }

    private static boolean isPaused(Settings inForce, String jail) {
        return inForce.effective(jail).stream()
                .anyMatch(setting -> setting.key().equals(PauseVerb.KEY)
                        && List.of("true", "yes", "on", "1")
                                .contains(setting.value().strip()));
    }
}
