// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Times;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code audit}: who changed what. */
@Component
public final class AuditVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(AuditVerb.class, "audit");
    private static final int USUAL = 20;
    private static final int MOST = 10_000;

    /** Null while nobody keeps one. */
    private final AuditTrail trail;

    private final Times times;

    @Activate
    public AuditVerb(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    AuditTrail trail) {
        this(trail, Clock.systemDefaultZone());
    }

    AuditVerb(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.times = new Times(clock);
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        List<String> word = Arguments.words(call.arguments(), 0, 1);
        int limit = word.isEmpty() ? USUAL : limit(word.get(0));
        if (trail == null) {
            throw Missing.service("the audit trail", "org.bailiff.store");
        }
        List<AuditEntry> entries = trail.latest(limit);
        if (call.json()) {
            writeJson(entries, call);
        } else if (entries.isEmpty()) {
            call.out().println("Nobody has changed anything.");
        } else {
            entries.forEach(entry -> print(entry, call));
        }
        return ExitCode.OK;
    }

    private static int limit(String word) throws CommandException {
        if (!word.matches("[1-9]\\d{0,4}") || Integer.parseInt(word) > MOST) {
            throw Arguments.misused("'" + SafeText.of(word, 60) + "' is not a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(word);
    }

    private void print(AuditEntry entry, CommandCall call) {
        String from =
                entry.caller().from().isEmpty() ? "" : " from " + entry.caller().from();
        boolean refused = !entry.outcome().equals("done");
        // What was refused and changed nothing is not to look like a change.
        String change = entry.before().isEmpty() && entry.after().isEmpty()
                        || refused && entry.before().equals(entry.after())
                ? ""
                : ": " + (entry.before().isEmpty() ? "nothing" : entry.before()) + " -> "
                        + (entry.after().isEmpty() ? "nothing" : entry.after());
        call.out()
                .println(times.moment(entry.time()) + "  "
                        + SafeText.of(entry.caller() + from + "  " + (refused && change.isEmpty() ? "REFUSED " : "")
                                + entry.what() + " " + entry.subject() + change
                                + (refused ? "; " + entry.outcome() : "")));
    }

    private static void writeJson(List<AuditEntry> entries, CommandCall call) throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("entries").beginArray();
        for (AuditEntry entry : entries) {
            json.beginObject().name("time").value(entry.time().toString());
            json.name("principal").value(Json.text(entry.caller().principal()));
            json.name("channel").value(Json.text(entry.caller().channel()));
            json.name("role").value(entry.caller().role().name());
            json.name("from").value(Json.text(entry.caller().from()));
            json.name("what").value(Json.text(entry.what()));
            json.name("subject").value(Json.text(entry.subject()));
            json.name("before").value(Json.text(entry.before()));
            json.name("after").value(Json.text(entry.after()));
            json.name("outcome").value(Json.text(entry.outcome())).endObject();
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
