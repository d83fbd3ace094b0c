// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.Set;
import java.util.function.IntConsumer;
import org.bailiff.api.FrameworkProperties;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code stop}: ends the daemon, its bans in force or, with {@code --release}, taken out before. */
@Component
public final class StopVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(StopVerb.class, "stop");

    private final Jails jails;
    private final Audit audit;
    /** Null where another owns the process. */
    private final IntConsumer exit;

    @Activate
    public StopVerb(
            @Reference Jails jails,
            @Reference Audit audit,
            @Reference(
                            target = "(" + FrameworkProperties.EXIT + "=true)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    IntConsumer exit) {
        this.jails = jails;
        this.audit = audit;
        this.exit = exit;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of("--release"), Set.of());
        arguments.words(0, 0);
        boolean release = arguments.has("--release");
        ExitCode exitCode = release ? release(call) : ExitCode.OK;
        if (exit == null) {
            throw new CommandException(
                    ExitCode.FAILED, "The daemon does not own this process; stop it where it was started.");
        }
        audit.record(call.caller(), "stop", release ? "--release" : "", "", "", "done");
        Outcome.print(call, "The daemon stops.", "state", "STOPPING");
        exit.accept(ExitCode.OK.number());
        return exitCode;
    }

    private ExitCode release(CommandCall call) {
        ExitCode exitCode = ExitCode.OK;
        for (Jail jail : jails.all()) {
            try {
                if (jail.status().state() != JailState.DISABLED) {
                    jail.release(call.caller());
                }
            } catch (IllegalStateException refusal) {
                // A jail that does not answer must not keep the others' entries in the kernel, nor the daemon alive.
                call.err().println(SafeText.of(jail.name() + " was not released: " + refusal.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }
}
