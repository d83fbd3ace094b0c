// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.dialect.ActionTags;
import org.bailiff.dialect.CommandLine;
import org.bailiff.text.SafeText;

/**
 * What a command is to be told.
 *
 * @param event what happened
 * @param jail the jail's name
 * @param ban whom it is about; empty for a start and a stop
 */
record Errand(Event event, String jail, Optional<Ban> ban) {
    /** Lines of evidence; with all of them escaped, it stays below what a pipe takes at once. */
    private static final int MOST_LINES = 50;

    private static final int LONGEST_VALUE = 200;
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** The words to run: in the place of tags, what is Bailiff's own, and nothing that a log line says. */
    List<String> words(CommandLine command) {
        return command.words().stream()
                .map(word -> ActionTags.fill(word, this::tag))
                .toList();
    }

    private String tag(String name) {
        return switch (name) {
            case "event" -> event.word();
            case "jail" -> jail;
            case "restored" -> "0";
            default -> ban.map(present -> tag(name, present)).orElse("");
        };
    }

    private static String tag(String name, Ban ban) {
        return switch (name) {
            case "ip", "fid" -> ban.target().toString();
            case "family" -> ban.target().base().isIpv6() ? "inet6" : "inet4";
            case "failures" -> Integer.toString(BanJson.failures(ban));
            case "time" -> Long.toString(ban.since().getEpochSecond());
            case "bantime" -> Long.toString(seconds(ban));
            case "bancount" -> Integer.toString(ban.count());
            case "id" -> ban.id();
            default -> throw new IllegalArgumentException("nothing is known of the tag " + name);
        };
    }

    private static long seconds(Ban ban) {
        return ban.until()
                .map(until -> until.getEpochSecond() - ban.since().getEpochSecond())
                .orElse(-1L);
    }

    /** All that the command finds in its environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", "/");
        environment.put("BAILIFF_EVENT", event.word());
        environment.put("BAILIFF_JAIL", jail);
        ban.ifPresent(present -> {
            environment.put("BAILIFF_ID", present.id());
            environment.put("BAILIFF_ADDRESS", present.target().toString());
            environment.put("BAILIFF_FAMILY", tag("family", present));
            environment.put("BAILIFF_SINCE", present.since().toString());
            environment.put(
                    "BAILIFF_UNTIL", present.until().map(Object::toString).orElse(""));
            environment.put("BAILIFF_SECONDS", Long.toString(seconds(present)));
            environment.put("BAILIFF_COUNT", Integer.toString(present.count()));
            environment.put("BAILIFF_FAILURES", tag("failures", present));
            environment.put("BAILIFF_ORIGIN", present.origin().name().toLowerCase(Locale.ROOT));
            environment.put("BAILIFF_BY", present.by());
            environment.put("BAILIFF_REASON", present.reason());
        });
        environment.replaceAll((name, value) -> SafeText.of(value, LONGEST_VALUE));
        return environment;
    }

    /** What the command reads: one JSON object on one line. */
    String json() {
        JsonObject json = new JsonObject();
        json.addProperty("event", event.word());
        json.addProperty("jail", jail);
        ban.map(present -> BanJson.of(present, MOST_LINES))
                .ifPresent(present -> present.entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue())));
        return json + "\n";
    }
}
