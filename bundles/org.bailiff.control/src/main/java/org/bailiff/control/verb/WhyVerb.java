// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.Proof;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.ExplanationJson;
import org.bailiff.control.show.ExplanationText;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Times;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code why}: what the jails know of an address, and what follows. */
@Component
public final class WhyVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(WhyVerb.class, "why");

    private final Jails jails;
    private final Clock clock;

    @Activate
    public WhyVerb(@Reference Jails jails) {
        this(jails, Clock.systemDefaultZone());
    }

    WhyVerb(Jails jails, Clock clock) {
        this.jails = jails;
        this.clock = clock;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Network target = Targets.parse(Arguments.words(call.arguments(), 1, 1).get(0));
        if (!target.isSingle()) {
            return new NetworkWhy(jails, new Times(clock)).run(target, call);
        }
        Address address = target.base();
        List<Explanation> known = new ArrayList<>();
        ExitCode exitCode = ask(address, known, call);
        if (call.json()) {
            writeJson(address, known, call);
        } else if (known.isEmpty()) {
            call.out().println("No jail has a ban, a failure or an ignore list entry of " + address + ".");
        } else {
            ExplanationText text = new ExplanationText(call.out(), call.caller(), new Times(clock));
            known.forEach(explanation -> text.print(explanation, findTime(explanation)));
        }
        return exitCode;
    }

    private ExitCode ask(Address address, List<Explanation> known, CommandCall call) {
        ExitCode exitCode = ExitCode.OK;
        for (Jail jail : jails.all()) {
            try {
                known.add(jail.explain(address));
            } catch (IllegalStateException refusal) {
                // The message is a sentence for the caller; the other jails have their own answers.
                call.err().println(SafeText.of(jail.name() + " does not say: " + refusal.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        known.removeIf(explanation -> !saysSomething(explanation));
        return exitCode;
    }

    private static boolean saysSomething(Explanation explanation) {
        return explanation.ban().isPresent()
                || explanation.pastBans() > 0
                || explanation.failures() > 0
                || explanation.ignored().isPresent()
                || explanation.waiting().isPresent()
                || explanation.enforcement().stream().anyMatch(Proof::inForce);
    }

    private String findTime(Explanation explanation) {
        return jails.find(explanation.jail())
                .map(Jail::status)
                .map(status -> Times.span(status.findTime()))
                .orElse("find time");
    }

    private static void writeJson(Address address, List<Explanation> known, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("address").value(address.toString());
        json.name("jails").beginArray();
        for (Explanation explanation : known) {
            Json.line(json, ExplanationJson.of(explanation, call.caller()));
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
