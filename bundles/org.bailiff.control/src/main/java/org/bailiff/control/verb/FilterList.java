// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.Filters;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Problems;
import org.bailiff.control.show.Table;
import org.bailiff.control.show.Times;
import org.bailiff.dialect.Nearest;
import org.bailiff.text.SafeText;

/** {@code filter list} and {@code show}. */
final class FilterList {
    private static final int MOMENT_WIDTH = "2026-01-01 00:00:00".length();

    private final Filters filters;
    private final Times times;

    FilterList(Filters filters, Times times) {
        this.filters = filters;
        this.times = times;
    }

    ExitCode list(CommandCall call) throws IOException {
        List<FilterStatus> all = filters.status();
        if (call.json()) {
            JsonWriter json = Json.begin(call.out());
            json.name("filters").beginArray();
            for (FilterStatus status : all) {
                write(json.beginObject(), status);
                json.endObject();
            }
            json.endArray();
            Json.end(json, call.out());
        } else {
            print(all, call.out());
        }
        return ExitCode.OK;
    }

    private void print(List<FilterStatus> all, PrintWriter out) {
        int width =
                all.stream().mapToInt(status -> status.name().length()).max().orElse(0);
        Table table = new Table(out, Math.max(6, width), MOMENT_WIDTH, 7);
        table.row("FILTER", "IN FORCE SINCE", "SAMPLES", "FROM");
        for (FilterStatus status : all) {
            table.row(
                    SafeText.of(status.name()),
                    times.moment(status.since()),
                    status.samples() == 0 ? "-" : Integer.toString(status.samples()),
                    SafeText.of(status.origin()) + (status.canRollBack() ? " (can be rolled back)" : ""));
            status.refused().ifPresent(refused -> printRefused(refused, "  ", out));
        }
    }

    private void printRefused(FilterStatus.Refused refused, String begin, PrintWriter out) {
        out.println(begin + "refused at " + times.moment(refused.time()) + ": " + SafeText.of(refused.origin()));
        refused.problems().forEach(problem -> out.println(begin + "  " + SafeText.of(problem.toString())));
    }

    ExitCode show(String name, CommandCall call) throws CommandException, IOException {
        FilterDefinition definition = filters.inForce(name).orElseThrow(() -> none(name));
        Optional<FilterStatus> status = filters.status().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (call.json()) {
            writeJson(definition, status, call);
            return ExitCode.OK;
        }
        PrintWriter out = call.out();
        out.println("# " + SafeText.of(name) + ", from " + SafeText.of(definition.origin())
                + status.map(known -> ", in force since " + times.moment(known.since()))
                        .orElse(""));
        status.flatMap(FilterStatus::refused).ifPresent(refused -> printRefused(refused, "# ", out));
        for (DefinitionFile file : definition.files()) {
            out.println("# " + SafeText.of(file.path()));
            // A line of a definition may be longer than one of a log, and is to be read to its end.
            file.text().lines().forEach(line -> out.println(SafeText.of(line, Integer.MAX_VALUE)));
        }
        return ExitCode.OK;
    }

    private CommandException none(String name) {
        return filters.status(name)
                .flatMap(FilterStatus::refused)
                .map(refused -> new CommandException(
                        ExitCode.FAILED,
                        "No filter '" + SafeText.of(name, 60) + "' is in force: "
                                + SafeText.of(refused.problems().get(0).toString())))
                .orElseGet(() -> unknown(name));
    }

    private CommandException unknown(String name) {
        List<String> names = filters.status().stream().map(FilterStatus::name).toList();
        String mend = Nearest.to(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("'bailiff filter' lists them.");
        return new CommandException(ExitCode.FAILED, "There is no filter '" + SafeText.of(name, 60) + "'; " + mend);
    }

    private static void writeJson(FilterDefinition definition, Optional<FilterStatus> status, CommandCall call)
            throws IOException {
        JsonWriter json = Json.begin(call.out());
        if (status.isPresent()) {
            write(json, status.get());
        }
        json.name("files").beginArray();
        for (DefinitionFile file : definition.files()) {
            json.beginObject().name("path").value(Json.text(file.path()));
            json.name("lines").beginArray();
            for (String line : file.text().lines().toList()) {
                json.value(SafeText.of(line, Integer.MAX_VALUE));
            }
            json.endArray().endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }

    private static void write(JsonWriter json, FilterStatus status) throws IOException {
        json.name("name").value(Json.text(status.name()));
        json.name("origin").value(Json.text(status.origin()));
        json.name("revision").value(status.revision());
        json.name("since").value(status.since().toString());
        json.name("samples").value(status.samples());
        json.name("canRollBack").value(status.canRollBack());
        json.name("refused");
        if (status.refused().isEmpty()) {
            json.nullValue();
            return;
        }
        FilterStatus.Refused refused = status.refused().get();
        json.beginObject().name("origin").value(Json.text(refused.origin()));
        json.name("time").value(refused.time().toString());
        json.name("problems");
        Problems.write(json, refused.problems());
        json.endObject();
    }
}
