// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** A ban as JSON: what a command reads, and what is kept of it. Everything that a log line says is escaped and bounded. */
final class BanJson {
    private static final int LONGEST_WORDS = 200;

    private BanJson() {}

    /** The ban, with its last lines of evidence. */
    static JsonObject of(Ban ban, int mostLines) {
        JsonObject json = new JsonObject();
        json.addProperty("id", ban.id());
        json.addProperty("jail", ban.jail());
        json.addProperty("address", ban.target().toString());
        json.addProperty("since", ban.since().toString());
        json.add("until", ban.until().<JsonElement>map(BanJson::text).orElse(JsonNull.INSTANCE));
        json.addProperty("count", ban.count());
        json.addProperty("origin", ban.origin().name().toLowerCase(Locale.ROOT));
        json.addProperty("by", SafeText.of(ban.by(), LONGEST_WORDS));
        json.addProperty("reason", SafeText.of(ban.reason(), LONGEST_WORDS));
        json.addProperty("failures", failures(ban));
        json.add("evidence", lines(ban.evidence(), mostLines));
        json.addProperty("evidenceOmitted", Math.max(0, ban.evidence().size() - mostLines));
        return json;
    }

    /** How many attempts led to it. */
    static int failures(Ban ban) {
        return ban.evidence().stream().mapToInt(Evidence::attempts).sum();
    }

    private static JsonArray lines(List<Evidence> evidence, int most) {
        JsonArray lines = new JsonArray();
        for (Evidence line : evidence.subList(Math.max(0, evidence.size() - most), evidence.size())) {
            JsonObject json = new JsonObject();
            json.addProperty("time", line.time().toString());
            json.addProperty("regex", line.regex());
            json.addProperty("attempts", line.attempts());
            json.addProperty("line", SafeText.of(line.line()));
            line.address().ifPresent(address -> json.addProperty("address", address.toString()));
            lines.add(json);
        }
        return lines;
    }

    private static JsonElement text(Object value) {
        JsonArray one = new JsonArray();
        one.add(value.toString());
        return one.get(0);
    }

    /**
     * The ban that {@link #of} wrote, with the lines that it wrote.
     *
     * @throws RuntimeException if it is none
     */
    static Ban read(JsonObject json) {
        JsonElement until = json.get("until");
        List<Evidence> evidence = new ArrayList<>();
        json.getAsJsonArray("evidence").forEach(line -> evidence.add(line(line.getAsJsonObject())));
        return new Ban(
                json.get("id").getAsString(),
                json.get("jail").getAsString(),
                Network.parse(json.get("address").getAsString()),
                Instant.parse(json.get("since").getAsString()),
                until.isJsonNull() ? Optional.empty() : Optional.of(Instant.parse(until.getAsString())),
                json.get("count").getAsInt(),
                BanOrigin.valueOf(json.get("origin").getAsString().toUpperCase(Locale.ROOT)),
                json.get("by").getAsString(),
                json.get("reason").getAsString(),
                evidence);
    }

    private static Evidence line(JsonObject json) {
        return new Evidence(
                Instant.parse(json.get("time").getAsString()),
                json.get("regex").getAsInt(),
                json.get("attempts").getAsInt(),
                json.get("line").getAsString(),
                Optional.ofNullable(json.get("address"))
                        .map(JsonElement::getAsString)
                        .flatMap(Address::tryParse));
    }
}
