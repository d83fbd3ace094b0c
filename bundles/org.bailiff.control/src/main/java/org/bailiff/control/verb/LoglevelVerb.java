// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bailiff.api.audit.Audit;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Table;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code loglevel}: how much the daemon logs, while it runs. */
@Component
public final class LoglevelVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(LoglevelVerb.class, "loglevel");

    private final LogLevels levels = new LogLevels();
    private final Audit audit;

    @Activate
    public LoglevelVerb(@Reference Audit audit) {
        this.audit = audit;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> words = Arguments.words(call.arguments(), 0, 2);
        if (words.isEmpty()) {
            show(levels.inForce(), call);
            return ExitCode.OK;
        }
        Roles.requireAdministrator(call, "loglevel LEVEL");
        String logger = words.size() == 2 ? words.get(1) : LogLevels.OURS;
        String before = levels.of(logger);
        String after = change(logger, words.get(0));
        audit.record(call.caller(), "loglevel", SafeText.of(logger), before, after, "done");
        Outcome.print(
                call, logger + " logs on level " + after + ".", "logger", logger, "before", before, "level", after);
        return ExitCode.OK;
    }

    private String change(String logger, String level) throws CommandException {
        try {
            levels.set(logger, level);
        } catch (IllegalArgumentException junk) {
            throw Arguments.misused(junk.getMessage());
        }
        return levels.of(logger);
    }

    private static void show(Map<String, String> levels, CommandCall call) throws IOException {
        if (!call.json()) {
            int width = levels.keySet().stream().mapToInt(String::length).max().orElse(0);
            Table table = new Table(call.out(), Math.max(6, width));
            table.row("LOGGER", "LEVEL");
            levels.forEach((logger, level) -> table.row(SafeText.of(logger), level));
            return;
        }
        JsonWriter json = Json.begin(call.out());
        json.name("loggers").beginArray();
        for (Map.Entry<String, String> logger : levels.entrySet()) {
            json.beginObject().name("logger").value(Json.text(logger.getKey()));
            json.name("level").value(logger.getValue()).endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
