// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jail as the shipped daemon understands it.
 *
 * @param settings what {@code bailiff config} says, by key
 */
record BailiffJail(Map<String, String> settings) {
    /** What the command line writes for a character that a terminal must not see. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-f]{2})");

    private static final long PATIENCE_MILLIS = 60_000;

    /** The jails of a tree, by name, as soon as all of these are there. */
    static Map<String, BailiffJail> of(Tree tree, Set<String> names) throws IOException, InterruptedException {
        String command = Path.of(System.getProperty("bailiff.distribution"), "bin/bailiff")
                .toRealPath()
                .toString();
        Process daemon = new ProcessBuilder(
                        command,
                        "run",
                        "--allow-root",
                        "--etc",
                        tree.etc().toString(),
                        "--data",
                        tree.data().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return asked(command, tree, names);
        } finally {
            daemon.destroy();
            if (!daemon.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                daemon.destroyForcibly();
            }
        }
    }

    private static Map<String, BailiffJail> asked(String command, Tree tree, Set<String> names)
            throws IOException, InterruptedException {
        List<String> question = List.of("env", "BAILIFF_DATA=" + tree.data(), command, "config", "--json");
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Map<String, BailiffJail> jails = Map.of();
        // Each question takes a moment, so asking again and again is the waiting.
        while (!jails.keySet().containsAll(names) && System.nanoTime() < deadline) {
            String answer = Commands.output(question);
            jails = answer.startsWith("{") ? parse(answer) : Map.of();
        }
        return jails;
    }

    private static Map<String, BailiffJail> parse(String answer) {
        Map<String, BailiffJail> jails = new TreeMap<>();
        for (JsonElement element :
                JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("jails")) {
            JsonObject jail = element.getAsJsonObject();
            Map<String, String> settings = new HashMap<>();
            jail.getAsJsonArray("settings")
                    .forEach(setting -> settings.put(
                            setting.getAsJsonObject().get("key").getAsString(),
                            plain(setting.getAsJsonObject().get("value").getAsString())));
            jails.put(jail.get("name").getAsString(), new BailiffJail(settings));
        }
        return jails;
    }

    private static String plain(String shown) {
        return ESCAPED.matcher(shown)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
    }

    String value(String key, String unset) {
        return settings.getOrDefault(key, unset);
    }

    /** Whether it reads the journal, and no files whatever paths it names. */
    boolean isOnJournal() {
        return value("backend", "").startsWith("systemd");
    }

    /** The patterns of its logs. */
    List<String> logPaths() {
        if (isOnJournal()) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        value("logpath", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> paths.add(line.split("\\s+")[0]));
        return paths;
    }

    /** Where reading a pattern's logs begins, as fail2ban's word. */
    String begin(String pattern) {
        return value("logpath", "")
                        .lines()
                        .map(line -> Arrays.asList(line.strip().split("\\s+")))
                        .anyMatch(words -> words.get(0).equals(pattern) && words.contains("tail"))
                ? "tail"
                : "head";
    }
}
