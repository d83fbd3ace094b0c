// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;

/** What is said when a verb has nobody to ask: bundles come and go while the verbs stay. */
final class Missing {
    private Missing() {}

    static CommandException service(String what, String bundle) {
        return new CommandException(
                ExitCode.FAILED, "There is nobody to ask for " + what + ": the bundle " + bundle + " is not running.");
    }
}
