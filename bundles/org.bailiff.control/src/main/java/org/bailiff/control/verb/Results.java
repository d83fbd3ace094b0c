// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.control.show.BanJson;
import org.bailiff.control.show.Json;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What became of several wishes for bans or unbans, told one by one. */
final class Results {
    private final CommandCall call;
    private final List<JsonObject> told = new ArrayList<>();
    private ExitCode exitCode = ExitCode.OK;

    Results(CommandCall call) {
        this.call = call;
    }

    /** A wish that the jail answered. It is granted if it is in force and kept; a simulating jail enforces nothing. */
    void add(Jail jail, Network target, BanReport report) {
        boolean inForce = report.inForce() || jail.status().state() == JailState.SIMULATING;
        JsonObject json = tell(jail, target, inForce && report.kept(), report.sentence());
        json.addProperty("changed", report.changed());
        json.addProperty("inForce", report.inForce());
        json.addProperty("kept", report.kept());
        report.ban().ifPresent(ban -> json.add("ban", BanJson.of(ban)));
    }

    /** A wish that the jail refused. */
    void refused(Jail jail, Network target, RuntimeException refusal) {
        tell(jail, target, false, refusal.getMessage());
    }

    /** How many wishes were told of so far. */
    int count() {
        return told.size();
    }

    private JsonObject tell(Jail jail, Network target, boolean granted, String sentence) {
        if (!granted) {
            exitCode = ExitCode.FAILED;
        }
        if (!call.json() || !granted) {
            (granted ? call.out() : call.err()).println(SafeText.of(sentence));
        }
        JsonObject json = new JsonObject();
        json.addProperty("jail", jail.name());
        json.addProperty("address", target.toString());
        json.addProperty("granted", granted);
        json.addProperty("sentence", Json.text(sentence));
        told.add(json);
        return json;
    }

    /** Ends the answer. */
    ExitCode finish() throws IOException {
        if (call.json()) {
            JsonWriter json = Json.begin(call.out());
            json.name("results").beginArray();
            for (JsonObject result : told) {
                Json.line(json, result);
            }
            json.endArray();
            Json.end(json, call.out());
        }
        return exitCode;
    }
}
