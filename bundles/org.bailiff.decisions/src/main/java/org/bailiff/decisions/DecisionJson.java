// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.text.SafeText;

/** A decision as a line of JSON. No text of a log is in it; whatever else people wrote is safe to show, and bounded. */
final class DecisionJson {
    private static final int LONGEST_NAME = 200;

    private DecisionJson() {}

    /** The line, without its end. */
    static String line(Decision decision) {
        JsonObject json = new JsonObject();
        json.addProperty("time", decision.time().toString());
        if (decision instanceof Decision.Banned banned) {
            add(json, banned);
        } else if (decision instanceof Decision.Unbanned unbanned) {
            add(json, unbanned);
        } else if (decision instanceof Decision.StateChanged changed) {
            json.addProperty("event", "state");
            json.addProperty("jail", name(changed.jail()));
            json.addProperty("state", changed.state().name());
            json.addProperty("reason", SafeText.of(changed.reason()));
        } else if (decision instanceof Decision.Noticed noticed) {
            json.addProperty("event", "notice");
            json.addProperty("jail", name(noticed.jail()));
            json.addProperty("kind", word(noticed.notice().kind()));
            json.addProperty("message", SafeText.of(noticed.notice().message()));
        } else if (decision instanceof Decision.SearchCutOff cutOff) {
            add(json, cutOff);
        } else if (decision instanceof Decision.Reloaded reloaded) {
            json.addProperty("event", "reload");
            json.addProperty("revision", reloaded.revision());
            json.addProperty("result", SafeText.of(reloaded.result()));
        } else if (decision instanceof Decision.Lost lost) {
            json.addProperty("event", "lost");
            json.addProperty("count", lost.count());
        }
        return json.toString();
    }

    private static void add(JsonObject json, Decision.Banned banned) {
        Ban ban = banned.ban();
        json.addProperty("event", word(ban, "ban"));
        addBan(json, ban);
        json.addProperty(
                "failures", ban.evidence().stream().mapToInt(Evidence::attempts).sum());
        json.addProperty("origin", word(ban.origin()));
        json.addProperty("by", name(ban.by()));
        json.addProperty("reason", name(ban.reason()));
        json.addProperty("restored", banned.restored());
    }

    private static void add(JsonObject json, Decision.Unbanned unbanned) {
        json.addProperty("event", word(unbanned.ban(), "unban"));
        addBan(json, unbanned.ban());
        json.addProperty("cause", word(unbanned.cause()));
        json.addProperty("by", name(unbanned.caller().principal()));
        json.addProperty("channel", name(unbanned.caller().channel()));
    }

    private static void add(JsonObject json, Decision.SearchCutOff cutOff) {
        json.addProperty("event", "search-cut-off");
        json.addProperty("jail", name(cutOff.jail()));
        json.addProperty("key", name(cutOff.cutOff().key()));
        json.addProperty("number", cutOff.cutOff().number());
        json.addProperty("count", cutOff.cutOff().count());
    }

    private static void addBan(JsonObject json, Ban ban) {
        json.addProperty("jail", name(ban.jail()));
        json.addProperty("address", ban.target().toString());
        json.addProperty("id", ban.id());
        json.addProperty("since", ban.since().toString());
        json.add(
                "until",
                ban.until()
                        .<JsonElement>map(end -> new JsonPrimitive(end.toString()))
                        .orElse(JsonNull.INSTANCE));
        json.addProperty("count", ban.count());
    }

    /** What a jail only would do is called so, that nobody takes it for done. */
    private static String word(Ban ban, String event) {
        return ban.origin() == BanOrigin.SIMULATED ? "would-" + event : event;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String text) {
        return SafeText.of(text, LONGEST_NAME);
    }
}
