// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.Jails;
import org.bailiff.control.show.Json;
import org.bailiff.control.show.Table;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/** {@code ignore check}: which jails would ban an address, and which entry keeps the others from it. */
final class IgnoreCheck {
    private static final int WIDEST = 40;

    private final Jails jails;

    IgnoreCheck(Jails jails) {
        this.jails = jails;
    }

    ExitCode run(Address address, CommandCall call) throws IOException {
        Map<String, Optional<String>> entries = new TreeMap<>();
        ExitCode exitCode = ExitCode.OK;
        for (Jail jail : jails.all()) {
            if (jail.status().state() == JailState.DISABLED) {
                // It bans nobody, and knows no reason.
                continue;
            }
            try {
                entries.put(jail.name(), jail.explain(address).ignored());
            } catch (IllegalStateException refusal) {
                // The message is a sentence for the caller; the other jails have their own answers.
                call.err().println(SafeText.of(jail.name() + " does not say: " + refusal.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        if (call.json()) {
            writeJson(address, entries, call);
        } else {
            print(address, entries, call);
        }
        return exitCode;
    }

    private static void print(Address address, Map<String, Optional<String>> entries, CommandCall call) {
        int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        call.out().println(address + " would be");
        Table table = new Table(call.out(), 2 + Math.min(width, WIDEST));
        entries.forEach((jail, entry) -> table.row(
                "  " + SafeText.of(jail),
                entry.map(why -> "ignored: " + SafeText.of(why)).orElse("banned")));
    }

    private static void writeJson(Address address, Map<String, Optional<String>> entries, CommandCall call)
            throws IOException {
        JsonWriter json = Json.begin(call.out());
        json.name("address").value(address.toString());
        json.name("jails").beginArray();
        for (Map.Entry<String, Optional<String>> entry : entries.entrySet()) {
            JsonObject jail = new JsonObject();
            jail.addProperty("jail", Json.text(entry.getKey()));
            jail.addProperty("ignored", entry.getValue().isPresent());
            jail.add("entry", JsonNull.INSTANCE);
            entry.getValue().ifPresent(why -> jail.addProperty("entry", Json.text(why)));
            Json.line(json, jail);
        }
        json.endArray();
        Json.end(json, call.out());
    }
}
