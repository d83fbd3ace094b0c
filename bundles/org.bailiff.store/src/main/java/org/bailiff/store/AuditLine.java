// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.AuditEntry;

/** An entry of the audit trail as a line of JSON, and back. */
final class AuditLine {
    private AuditLine() {}

    /** The entry as a line, without its end; its texts are safe already. */
    static String of(AuditEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("time", entry.time().toString());
        json.addProperty("principal", entry.caller().principal());
        json.addProperty("channel", entry.caller().channel());
        json.addProperty("role", entry.caller().role().name());
        json.addProperty("from", entry.caller().from());
        json.addProperty("what", entry.what());
        json.addProperty("subject", entry.subject());
        json.addProperty("before", entry.before());
        json.addProperty("after", entry.after());
        json.addProperty("outcome", entry.outcome());
        return json.toString();
    }

    /**
     * The entry; empty if the line is none.
     *
     * @param line its bytes, one a character
     */
    static Optional<AuditEntry> read(String line) {
        try {
            String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return Optional.of(entry(JsonParser.parseString(text).getAsJsonObject()));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | DateTimeException damaged) {
            // Torn, or changed by hand: the others can be read.
            return Optional.empty();
        }
    }

    private static AuditEntry entry(JsonObject json) {
        Caller caller = new Caller(
                text(json, "principal"), text(json, "channel"), Role.valueOf(text(json, "role")), text(json, "from"));
        return new AuditEntry(
                Instant.parse(text(json, "time")),
                caller,
                text(json, "what"),
                text(json, "subject"),
                text(json, "before"),
                text(json, "after"),
                text(json, "outcome"));
    }

    /** Entries of earlier versions have fewer texts. */
    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }
}
