// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandDescription;

/** The verbs that there are at this moment. Thread-safe. */
public interface Verbs {

    /** The command of this name. */
    Optional<Command> find(String verb);

    /** All of them, ordered by name. */
    List<CommandDescription> descriptions();
}
