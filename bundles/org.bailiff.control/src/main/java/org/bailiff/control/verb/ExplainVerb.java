// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.filter.Match;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.LineExplanationJson;
import org.bailiff.control.show.LineExplanationText;
import org.bailiff.control.show.Times;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code explain}: what the jails would make of a line, step by step. */
@Component
public final class ExplainVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(ExplainVerb.class, "explain");

    private final Jails jails;
    private final Times times;

    @Activate
    public ExplainVerb(@Reference Jails jails) {
        this(jails, Clock.systemDefaultZone());
    }

    ExplainVerb(Jails jails, Clock clock) {
        this.jails = jails;
        this.times = new Times(clock);
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> words =
                Arguments.parse(call.arguments(), Set.of(), Set.of()).words(1, Integer.MAX_VALUE);
        if (words.size() > 2) {
            throw Arguments.misused("The line is one word for the shell: put it in quotes.");
        }
        String line = words.get(words.size() - 1);
        if (words.size() == 1 && jails.find(line).isPresent()) {
            throw Arguments.misused(SafeText.of(line) + " is a jail; which line is it to explain?");
        }
        if (line.indexOf('\n') >= 0) {
            throw new CommandException(ExitCode.FAILED, "That is more than one line; explain them one by one.");
        }
        List<Jail> asked = new JailChoice(jails).namedOrAll(words.subList(0, words.size() - 1));
        List<Answer> answers = new ArrayList<>();
        ExitCode exitCode = ask(asked, line, answers, call);
        if (call.json()) {
            writeJson(line, answers, call);
        } else {
            print(answers, words.size() > 1, call);
        }
        return exitCode;
    }

    private record Answer(Jail jail, LineExplanation explanation) {
        /** Whether the jail's filter looks at the line and finds something in it. */
        boolean isTelling() {
            return explanation
                    .passage()
                    .filter(passage -> !(passage.trace().match() instanceof Match.Missed))
                    .isPresent();
        }
    }

    private static ExitCode ask(List<Jail> asked, String line, List<Answer> answers, CommandCall call) {
        ExitCode exitCode = ExitCode.OK;
        for (Jail jail : asked) {
            try {
                answers.add(new Answer(jail, jail.explainLine(line)));
            } catch (IllegalStateException refusal) {
                // The message is a sentence for the caller; the other jails have their own answers.
                call.err().println(SafeText.of(jail.name() + " does not say: " + refusal.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }

    /** Of all jails, those that find nothing in the line are only named. */
    private void print(List<Answer> answers, boolean named, CommandCall call) {
        LineExplanationText text = new LineExplanationText(call.out(), call.caller(), times);
        List<Answer> silent = new ArrayList<>();
        for (Answer answer : answers) {
            if (named || answer.isTelling()) {
                text.print(answer.explanation(), answer.jail().status());
            } else {
                silent.add(answer);
            }
        }
        if (!silent.isEmpty()) {
            call.out()
                    .println("Nothing to: "
                            + silent.stream()
                                    .map(answer -> SafeText.of(answer.jail().name()))
                                    .collect(Collectors.joining(", "))
                            + "; 'bailiff explain JAIL LINE' shows why.");
        }
    }

    private static void writeJson(String line, List<Answer> answers, CommandCall call) throws IOException {
        LineExplanationJson explanations = new LineExplanationJson(call.caller());
        JsonWriter json = Json.begin(call.out());
        json.name("line").value(Json.text(line));
        json.name("jails").beginArray();
        for (Answer answer : answers) {
            Json.line(json, explanations.of(answer.explanation(), answer.jail().status()));
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
