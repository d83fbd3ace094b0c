// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Set;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.ReloadReport;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Problems;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code reload}: reads the configuration again, or says what that would change. */
@Component
public final class ReloadVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ReloadVerb.class, "reload");

    private final CurrentSettings settings;

    @Activate
    public ReloadVerb(@Reference CurrentSettings settings) {
        this.settings = settings;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of("--dry-run"), Set.of());
        arguments.words(0, 0);
        boolean dryRun = arguments.has("--dry-run");
        ReloadReport report = settings.require().reload(dryRun, call.caller());
        if (call.json()) {
            writeJson(report, call);
        } else {
            print(report, dryRun, call);
        }
        boolean wrong = report.problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        return wrong || !dryRun && !report.applied() ? ExitCode.FAILED : ExitCode.OK;
    }

    private static void print(ReloadReport report, boolean dryRun, CommandCall call) {
        report.changes().forEach(change -> call.out().println(SafeText.of(change)));
        report.problems().forEach(problem -> call.err().println(SafeText.of(problem.toString())));
        String changes = report.changes().isEmpty() ? "Nothing has changed." : "The changes above are in force.";
        if (dryRun) {
            String would = report.changes().isEmpty() ? "Nothing would change." : "The changes above are not made.";
            call.out().println(would + " This was a dry run: what was in force still is.");
        } else if (report.applied()) {
            call.out().println("Reloaded. " + changes);
        } else {
            call.err().println("Not reloaded: what was in force still is. Mend the errors above and reload again.");
        }
    }

    private static void writeJson(ReloadReport report, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("applied").value(report.applied());
        json.name("changes");
        Json.texts(json, report.changes());
        json.name("problems");
        Problems.write(json, report.problems());
        Json.end(json, call.out());
    }
}
