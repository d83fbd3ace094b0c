// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.dispatch.Verbs;
import org.bailiff.control.show.Json;

/** {@code help}: every verb, or one. */
final class HelpCommand implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(HelpCommand.class, "help");

    private final Verbs verbs;

    HelpCommand(Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<CommandDescription> chosen = verbs.descriptions().stream()
                .filter(description ->
                        call.arguments().isEmpty() || call.arguments().contains(description.name()))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "There is no such verb; 'bailiff help' lists all.");
        }
        if (call.json()) {
            writeJson(chosen, call);
        } else if (call.arguments().isEmpty()) {
            chosen.forEach(description -> print(description, call));
            call.out().println("Every verb understands --json and --help. A word that is an address is an address.");
            call.out().println("With --json, what is refused is {\"error\": SENTENCE, \"exit\": NUMBER} on stderr.");
        } else {
            chosen.forEach(description -> call.out().print(description.help()));
        }
        return ExitCode.OK;
    }

    private static void print(CommandDescription description, CommandCall call) {
        call.out().println(("bailiff " + description.name() + ' ' + description.usage()).stripTrailing());
        String who = description.role() == Role.ADMINISTRATOR ? " For administrators." : "";
        call.out().println("    " + description.summary() + who);
    }

    private static void writeJson(List<CommandDescription> chosen, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("verbs").beginArray();
        for (CommandDescription description : chosen) {
            json.beginObject().name("name").value(description.name());
            json.name("usage").value(description.usage());
            json.name("summary").value(description.summary());
            json.name("role").value(description.role().name().toLowerCase(Locale.ROOT));
            json.name("local").value(description.local()).endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
