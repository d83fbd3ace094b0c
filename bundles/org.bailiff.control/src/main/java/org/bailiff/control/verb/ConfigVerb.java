// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Setting;
import org.bailiff.api.config.Settings;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.Json;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code config}: the values in force, each with where it comes from. */
@Component
public final class ConfigVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ConfigVerb.class, "config");

    private final Jails jails;
    private final CurrentSettings settings;

    @Activate
    public ConfigVerb(@Reference Jails jails, @Reference CurrentSettings settings) {
        this.jails = jails;
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<Jail> chosen = new JailChoice(jails).namedOrAll(Arguments.words(call.arguments(), 0, 1));
        Settings inForce = settings.require();
        if (call.json()) {
            writeJson(chosen, inForce, call);
        } else {
            chosen.forEach(jail -> print(jail, inForce, call));
        }
        return ExitCode.OK;
    }

    private static void print(Jail jail, Settings inForce, CommandCall call) {
        call.out().println("[" + SafeText.of(jail.name()) + "]");
        for (Setting setting : inForce.effective(jail.name())) {
            call.out().println("# " + SafeText.of(setting.origin()));
            // A value of several lines is shown as the dialect writes it: continued lines are indented.
            List<String> lines = setting.value().lines().map(SafeText::of).toList();
            String first = lines.isEmpty() ? "" : lines.get(0);
            call.out().println((setting.key() + " = " + first).stripTrailing());
            lines.stream().skip(1).forEach(line -> call.out().println("    " + line));
        }
        call.out().println();
    }

    private static void writeJson(List<Jail> chosen, Settings inForce, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("revision").value(inForce.revision());
        json.name("changedNotLoaded").value(inForce.changedNotLoaded());
        json.name("jails").beginArray();
        for (Jail jail : chosen) {
            json.beginObject().name("name").value(Json.text(jail.name()));
            json.name("settings").beginArray();
            for (Setting setting : inForce.effective(jail.name())) {
                json.beginObject().name("key").value(Json.text(setting.key()));
                json.name("value").value(Json.text(setting.value()));
                json.name("origin").value(Json.text(setting.origin())).endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
