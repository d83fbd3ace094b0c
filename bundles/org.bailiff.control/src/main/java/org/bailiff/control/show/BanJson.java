// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.bailiff.api.Ban;

/** A ban for machines. */
public final class BanJson {
    private BanJson() {}

    /** The same, and what the jail's actions can show of it. */
    public static JsonObject of(JailsBan listed) {
        JsonObject json = of(listed.ban());
        json.add("enforcement", ProofJson.of(listed.proofs()));
        return json;
    }

    /** The ban without its evidence. {@code until} is null if it never ends. */
    public static JsonObject of(Ban ban) {
        JsonObject json = new JsonObject();
        json.addProperty("address", ban.target().toString());
        json.addProperty("jail", Json.text(ban.jail()));
        json.add("since", Json.moment(Optional.of(ban.since())));
        json.add("until", Json.moment(ban.until()));
        json.addProperty("count", ban.count());
        json.addProperty("origin", ban.origin().name().toLowerCase(Locale.ROOT));
        json.addProperty("by", Json.text(ban.by()));
        json.addProperty("reason", Json.text(ban.reason()));
        json.addProperty("id", ban.id());
        return json;
    }
}
