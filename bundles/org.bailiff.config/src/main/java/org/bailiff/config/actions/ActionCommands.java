// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bailiff.config.actions.Translation.Change;
import org.bailiff.config.actions.Translation.Remark;
import org.bailiff.dialect.ActionTags;
import org.bailiff.dialect.CommandLine;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Entry;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.Reference;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/**
 * The commands of one definition as {@code command[...]} runs them: all of them, or none if one of them needs a shell or
 * what a log line says.
 */
final class ActionCommands {
    /** fail2ban's keys, and what {@code command} calls them. */
    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("actionstart", "start");
        EVENTS.put("actionban", "ban");
        EVENTS.put("actionunban", "unban");
        EVENTS.put("actionstop", "stop");
    }

    private static final long LONGEST_SECONDS = 3600;

    private final String jail;
    private final Reference reference;
    private final Function<String, Optional<String>> programs;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Remark> objections = new ArrayList<>();

    private ActionCommands(String jail, Reference reference, Function<String, Optional<String>> programs) {
        this.jail = jail;
        this.reference = reference;
        this.programs = programs;
    }

    /**
     * What the jail's action comes to.
     *
     * @param programs finds the whole path of a program
     */
    static ActionCommands of(
            String jail,
            Reference reference,
            ActionDefinition definition,
            Function<String, Optional<String>> programs) {
        ActionCommands commands = new ActionCommands(jail, reference, programs);
        Origin file = new Origin(definition.file(), 0);
        try {
            if (definition.document().isPresent()) {
                commands.read(definition.document().get(), file);
            } else {
                definition
                        .wrong()
                        .ifPresentOrElse(
                                commands::object,
                                () -> commands.object(
                                        file,
                                        "it is a program for fail2ban itself; write one that reads JSON from its standard input"));
            }
        } catch (DialectException wrong) {
            commands.object(wrong);
        }
        return commands;
    }

    private void read(Document document, Origin file) throws DialectException {
        ActionTagValues values = new ActionTagValues(jail, reference, document);
        for (Map.Entry<String, String> event : EVENTS.entrySet()) {
            Origin origin = document.entry("Definition", event.getKey())
                    .map(Entry::origin)
                    .orElse(file);
            try {
                List<CommandLine> commands = CommandLine.parseAll(values.fill(values.value(event.getKey()))).stream()
                        .map(this::runnable)
                        .toList();
                if (!commands.isEmpty()) {
                    parameters.put(event.getValue(), quoted(commands));
                }
            } catch (IllegalArgumentException wrong) {
                object(origin, event.getKey() + ": " + wrong.getMessage());
            }
        }
        if (parameters.isEmpty() && objections.isEmpty()) {
            object(file, "it has no command");
        }
        timeout(values.value("timeout")).ifPresent(seconds -> parameters.put("timeout", seconds));
    }

    private CommandLine runnable(CommandLine command) {
        requireValues(command);
        ActionTags.objection(command).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        String program = command.program();
        return command.withProgram(programs.apply(program)
                .orElseThrow(() -> new IllegalArgumentException("there is no program '" + SafeText.of(program, 80)
                        + "' in the usual folders; install it, or name it with its whole path")));
    }

    /** A tag that nobody knows is mostly a parameter that was forgotten. */
    private void requireValues(CommandLine command) {
        command.words().stream()
                .flatMap(word -> ActionTags.in(word).stream())
                .filter(name -> !ActionTags.KNOWN.contains(name) && !ActionTags.isFromLogs(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "the tag <" + name + "> has no value; give it one, in the jail as "
                                    + SafeText.of(reference.name(), 60) + "[" + name
                                    + "=...], or in [Init]; what is known only when"
                                    + " a command is run stands in its environment (BAILIFF_...) and its standard input");
                });
    }

    private static String quoted(List<CommandLine> commands) {
        String text = commands.stream().map(CommandLine::text).collect(Collectors.joining("\n"));
        boolean hasDouble = text.indexOf('"') >= 0;
        if (hasDouble && text.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("it needs both kinds of quotation marks in its arguments, which a jail's"
                    + " parameter cannot hold; put it into a script, and name the script with its whole path");
        }
        String quote = hasDouble ? "'" : "\"";
        return quote + text + quote;
    }

    private static Optional<String> timeout(String text) {
        try {
            return Optional.of(TimeSpan.parseSeconds(text))
                    .filter(seconds -> seconds >= 1 && seconds <= LONGEST_SECONDS)
                    .map(Object::toString);
        } catch (IllegalArgumentException notATime) {
            // Its own limit counts, then.
            return Optional.empty();
        }
    }

    private void object(DialectException wrong) {
        object(wrong.origin(), wrong.problem());
    }

    private void object(Origin origin, String why) {
        objections.add(new Remark(Change.NOT_RUN, reference.name(), Optional.of(origin), why));
    }

    /** Why they are not run; empty if they are. */
    List<Remark> objections() {
        return objections;
    }

    /** The action that runs them, under a name that no other of the jail has. */
    String text(String name) {
        return parameters.entrySet().stream()
                .map(parameter -> ", " + parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("", "command[name=" + name, "]"));
    }
}
