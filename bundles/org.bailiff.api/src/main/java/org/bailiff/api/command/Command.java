// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** A verb of the command line. Registered as a service. Thread-safe: several callers may be answered at once. */
@ConsumerType
public interface Command {

    /** What the verb is called and does. */
    CommandDescription description();

    /**
     * Carries the verb out. The caller's role has been checked against the description.
     *
     * @throws CommandException if it cannot; its message goes to the caller's error output
     * @throws IOException if the caller is gone
     */
    ExitCode run(CommandCall call) throws CommandException, IOException;
}
