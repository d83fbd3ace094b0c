// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.control.dispatch.Verbs;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * All verbs that are registered, and {@code help}. Of two verbs of one name the one with the higher service ranking
 * counts.
 */
@Component(service = CommandTable.class)
public final class CommandTable implements Verbs {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    public CommandTable() {
        entries.add(Entry.of(new HelpCommand(this), Integer.MIN_VALUE));
    }

    @Reference(name = "command", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Command command, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        entries.add(Entry.of(command, ranking));
    }

    void remove(Command command) {
        entries.removeIf(entry -> entry.command == command);
    }

    @Override
    public Optional<Command> find(String verb) {
        return entries.stream()
                .filter(entry -> entry.description.name().equals(verb))
                .max(Comparator.comparingInt(Entry::ranking))
                .map(Entry::command);
    }

    @Override
    public List<CommandDescription> descriptions() {
        List<CommandDescription> descriptions = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.description.name())
                        .thenComparing(Comparator.comparingInt(Entry::ranking).reversed()))
                .map(Entry::description)
                .filter(description -> descriptions.stream()
                        .noneMatch(earlier -> earlier.name().equals(description.name())))
                .forEach(descriptions::add);
        return descriptions;
    }

    private record Entry(Command command, CommandDescription description, int ranking) {
        static Entry of(Command command, int ranking) {
            return new Entry(command, command.description(), ranking);
        }
    }
}
