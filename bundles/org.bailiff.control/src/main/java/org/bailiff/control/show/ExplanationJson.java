// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.jail.Explanation;
import org.bailiff.text.Network;

/** What a jail knows of an address, for machines. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** The explanation as the caller may see it. */
    public static JsonObject of(Explanation explanation, Caller caller) {
        JsonObject json = new JsonObject();
        json.addProperty("jail", Json.text(explanation.jail()));
        json.add("ban", explanation.ban().map(ban -> ban(ban, caller)).orElse(JsonNull.INSTANCE));
        json.addProperty("pastBans", explanation.pastBans());
        json.add("lastBanEnded", Json.moment(explanation.lastBanEnded()));
        json.addProperty("failures", explanation.failures());
        json.addProperty("maxRetry", explanation.maxRetry());
        json.add("lines", lines(explanation.counted(), explanation.target(), caller));
        json.add(
                "ignored",
                explanation
                        .ignored()
                        .<JsonElement>map(entry -> new JsonPrimitive(Json.text(entry)))
                        .orElse(JsonNull.INSTANCE));
        json.add(
                "waiting",
                explanation
                        .waiting()
                        .<JsonElement>map(why -> new JsonPrimitive(Json.text(why)))
                        .orElse(JsonNull.INSTANCE));
        json.add("enforcement", ProofJson.of(explanation.enforcement()));
        return json;
    }

    private static JsonElement ban(Ban ban, Caller caller) {
        JsonObject json = BanJson.of(ban);
        json.add("lines", lines(ban.evidence(), ban.target(), caller));
        return json;
    }

    private static JsonArray lines(List<Evidence> evidence, Network target, Caller caller) {
        JsonArray lines = new JsonArray();
        for (Evidence failure : evidence) {
            JsonObject line = new JsonObject();
            line.add("time", Json.moment(Optional.of(failure.time())));
            line.addProperty("regex", failure.regex());
            line.addProperty("attempts", failure.attempts());
            line.addProperty("line", LogText.of(failure, target, caller));
            lines.add(line);
        }
        return lines;
    }
}
