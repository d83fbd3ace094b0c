// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.util.List;
import java.util.Optional;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.control.dispatch.Verbs;

/** The verbs of a test. */
public final class FakeVerbs implements Verbs {
    private final List<Command> commands;

    public FakeVerbs(Command... commands) {
        this.commands = List.of(commands);
    }

    @Override
    public Optional<Command> find(String verb) {
        return commands.stream()
                .filter(command -> command.description().name().equals(verb))
                .findFirst();
    }

    @Override
    public List<CommandDescription> descriptions() {
        return commands.stream().map(Command::description).toList();
    }
}
