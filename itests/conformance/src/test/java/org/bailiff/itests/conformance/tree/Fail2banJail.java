// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A jail as fail2ban understands it: what its client would tell its server. */
final class Fail2banJail {
    /** Prints what it is given, one Python list a line, as JSON. */
    private static final String AS_JSON =
            "import ast, json, sys\nfor line in sys.stdin: print(json.dumps(ast.literal_eval(line)))";

    private final Map<String, List<String>> settings = new HashMap<>();

    /** All enabled jails of a tree, by name. */
    static Map<String, Fail2banJail> of(Tree tree) throws IOException, InterruptedException {
        String dump = Commands.output(List.of(
                "sh",
                "-c",
                "fail2ban-client -c \"$1\" -d 2>/dev/null | grep '^\\[' | python3 -c \"$2\"",
                "sh",
                tree.etc().toString(),
                AS_JSON));
        Map<String, Fail2banJail> jails = new TreeMap<>();
        dump.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonArray())
                .forEach(command -> take(command, jails));
        return jails;
    }

    private static void take(JsonArray command, Map<String, Fail2banJail> jails) {
        String verb = command.get(0).getAsString();
        if (verb.equals("add")) {
            Fail2banJail jail = new Fail2banJail();
            jail.add("backend", command.get(2));
            jails.put(command.get(1).getAsString(), jail);
        } else if (verb.endsWith("set") && jails.containsKey(command.get(1).getAsString())) {
            Fail2banJail jail = jails.get(command.get(1).getAsString());
            for (int word = 3; word < command.size(); word++) {
                jail.add(command.get(2).getAsString(), command.get(word));
            }
        }
    }

    private void add(String key, JsonElement value) {
        List<String> values = settings.computeIfAbsent(key, name -> new ArrayList<>());
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> add(key, element));
        } else if (!value.isJsonNull()) {
            values.add(value.getAsString());
        }
    }

    /** All values of a setting of the server, in order. */
    List<String> all(String setting) {
        return settings.getOrDefault(setting, List.of());
    }

    Optional<String> one(String setting) {
        return all(setting).stream().findFirst();
    }

    /** The logs that exist, each with where reading begins. */
    Map<String, String> logs() {
        Map<String, String> logs = new TreeMap<>();
        List<String> words = all("addlogpath");
        for (int word = 0; word + 1 < words.size(); word += 2) {
            logs.put(words.get(word), words.get(word + 1));
        }
        return logs;
    }
}
