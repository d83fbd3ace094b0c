// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Optional;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterLibrary;
import org.bailiff.api.filter.FilterVerdict;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Problems;
import org.bailiff.text.SafeText;

/** {@code filter validate}, {@code deploy}, {@code rollback} and {@code undeploy}. */
final class FilterChange {
    private final FilterLibrary library;
    private final CommandCall call;

    FilterChange(FilterLibrary library, CommandCall call) {
        this.library = library;
        this.call = call;
    }

    /**
     * @param text the definition; empty if it was not given
     */
    ExitCode make(String part, String name, Optional<String> text, boolean dryRun)
            throws CommandException, IOException {
        FilterVerdict verdict =
                switch (part) {
                    case "validate" -> library.validate(name, require(text));
                    case "deploy" -> library.deploy(name, require(text), dryRun, call.caller());
                    case "rollback" -> library.rollback(name, dryRun, call.caller());
                    default -> library.undeploy(name, dryRun, call.caller());
                };
        if (call.json()) {
            writeJson(name, verdict);
        } else {
            (verdict.accepted() ? call.out() : call.err()).println(SafeText.of(verdict.sentence()));
            // The sentence says the first.
            verdict.problems().stream().skip(1).forEach(problem -> call.err().println(shown(problem)));
        }
        return verdict.accepted() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Who put in a text knows it by its lines only, not by the name that it has here. */
    private static String shown(Problem problem) {
        boolean ofTheText = problem.file().startsWith("deployed:") && problem.line() > 0;
        return SafeText.of(
                ofTheText ? "line " + problem.line() + " of the text: " + problem.message() : problem.toString());
    }

    /** The program that was typed reads the file and sends its text; whoever asks in another way sends it himself. */
    private static String require(Optional<String> text) throws CommandException {
        return text.orElseThrow(() -> Arguments.misused("The text of the definition is missing: name its FILE."));
    }

    private void writeJson(String name, FilterVerdict verdict) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("filter").value(Json.text(name));
        json.name("accepted").value(verdict.accepted());
        json.name("changed").value(verdict.changed());
        json.name("samples").value(verdict.samples());
        json.name("sentence").value(Json.text(verdict.sentence()));
        json.name("problems");
        Problems.write(json, verdict.problems());
        Json.end(json, call.out());
    }
}
