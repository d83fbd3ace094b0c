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
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Table;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code stats}: the counts of all jails, one line each. */
@Component
public final class StatsVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(StatsVerb.class, "stats");

    private final Jails jails;

    @Activate
    public StatsVerb(@Reference Jails jails) {
        this.jails = jails;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments.words(call.arguments(), 0, 0);
        List<JailStatus> all = jails.all().stream().map(Jail::status).toList();
        if (call.json()) {
            writeJson(jails.status(), all, call);
        } else {
            print(all, call);
        }
        return ExitCode.OK;
    }

    private static void print(List<JailStatus> all, CommandCall call) {
        int widest = all.stream().mapToInt(jail -> jail.name().length()).max().orElse(0);
        Table table = new Table(call.out(), Math.max(4, widest), 10, 17, 17, 12);
        table.row("JAIL", "STATE", "FAILED NOW/TOTAL", "BANNED NOW/TOTAL", "LINES READ", "MATCHED");
        for (JailStatus jail : all) {
            table.row(
                    SafeText.of(jail.name()),
                    jail.state().name(),
                    jail.currentlyFailed() + "/" + jail.totalFailed(),
                    jail.currentlyBanned() + "/" + jail.totalBanned(),
                    Long.toString(jail.linesRead()),
                    Long.toString(jail.linesMatched()));
        }
    }

    private static void writeJson(DaemonStatus daemon, List<JailStatus> all, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("daemon").beginObject();
        json.name("state").value(daemon.state().name());
        json.name("reason").value(Json.text(daemon.reason()));
        json.name("version").value(daemon.version());
        json.name("startedAt").value(daemon.startedAt().toString()).endObject();
        json.name("jails").beginArray();
        for (JailStatus jail : all) {
            json.beginObject().name("name").value(Json.text(jail.name()));
            json.name("state").value(jail.state().name());
            json.name("currentlyFailed").value(jail.currentlyFailed());
            json.name("totalFailed").value(jail.totalFailed());
            json.name("currentlyBanned").value(jail.currentlyBanned());
            json.name("totalBanned").value(jail.totalBanned());
            json.name("linesRead").value(jail.linesRead());
            json.name("linesMatched").value(jail.linesMatched()).endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
