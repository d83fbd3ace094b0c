// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.damage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a daemon says of itself and of its jail.
 *
 * @param bans the ids, by address
 * @param banTimeSeconds the one setting that was overridden
 * @param complaints all that it finds worth telling people; empty if nothing is
 */
record Jail(Map<String, String> bans, long totalFailed, long totalBanned, long banTimeSeconds, String complaints) {

    /** From the daemon's status and that of its jail. */
    static Jail of(JsonObject status, JsonObject jail) {
        Map<String, String> bans = new TreeMap<>();
        for (JsonElement element : jail.getAsJsonArray("banned")) {
            JsonObject ban = element.getAsJsonObject();
            bans.put(
                    ban.get("address").getAsString(),
                    ban.get("id").getAsString() + " " + ban.get("count").getAsInt());
        }
        JsonObject daemon = status.getAsJsonObject("daemon");
        StringBuilder complaints = new StringBuilder();
        complaints.append(daemon.get("reason").getAsString());
        status.getAsJsonArray("problems").forEach(problem -> complaints.append(problem.getAsString()));
        complaints.append(jail.get("reason").getAsString());
        return new Jail(
                bans,
                jail.get("totalFailed").getAsLong(),
                jail.get("totalBanned").getAsLong(),
                jail.get("banTimeSeconds").getAsLong(),
                complaints.toString());
    }

    /** Whether it knows all that the other knows. */
    boolean lacksNothingOf(Jail before) {
        return bans.equals(before.bans)
                && totalFailed == before.totalFailed
                && totalBanned == before.totalBanned
                && banTimeSeconds == before.banTimeSeconds;
    }
}
