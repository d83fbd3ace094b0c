// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands on the disk of a jail, read without Bailiff's own classes.
 *
 * @param bans by target, whom it would ban after a restart
 * @param ids by target, the ids of all bans that it tells of
 * @param ended by target, how often it was banned before, of those whose ban ended
 */
record StoredJail(Map<String, JsonObject> bans, Map<String, Set<String>> ids, Map<String, Integer> ended) {
    private static final int CHECKSUM = 9;

    /** Reads all whole lines. */
    static StoredJail read(Path file) throws IOException {
        StoredJail jail = new StoredJail(new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<String> lines = Files.readString(file).lines().toList();
        for (String line : lines) {
            if (line.length() > CHECKSUM && line.endsWith("}")) {
                jail.apply(JsonParser.parseString(line.substring(CHECKSUM)).getAsJsonObject());
            }
        }
        return jail;
    }

    private void apply(JsonObject json) {
        for (JsonElement history : array(json, "ended")) {
            String target = history.getAsJsonObject().get("target").getAsString();
            bans.remove(target);
            ended.put(target, history.getAsJsonObject().get("count").getAsInt());
        }
        for (JsonElement ban : array(json, "banned")) {
            String target = ban.getAsJsonObject().get("target").getAsString();
            bans.put(target, ban.getAsJsonObject());
            ids.computeIfAbsent(target, none -> new HashSet<>())
                    .add(ban.getAsJsonObject().get("id").getAsString());
        }
    }

    private static JsonArray array(JsonObject json, String name) {
        return json.has(name) ? json.getAsJsonArray(name) : new JsonArray();
    }
}
