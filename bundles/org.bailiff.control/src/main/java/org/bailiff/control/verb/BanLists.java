// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jail;
import org.bailiff.text.SafeText;

/** Asks jails one by one, so that one that does not answer in time is named and spoils no answer of the others. */
final class BanLists {
    private final CommandCall call;
    private ExitCode exitCode = ExitCode.OK;

    BanLists(CommandCall call) {
        this.call = call;
    }

    /** The jail's bans; none if it does not answer. */
    List<Ban> of(Jail jail) {
        try {
            return jail.bans();
        } catch (IllegalStateException refusal) {
            // The message is a sentence for the caller.
            call.err().println(SafeText.of("The bans of " + jail.name() + " are missing: " + refusal.getMessage()));
            exitCode = ExitCode.FAILED;
            return List.of();
        }
    }

    /** Whether all answered. */
    ExitCode exitCode() {
        return exitCode;
    }
}
