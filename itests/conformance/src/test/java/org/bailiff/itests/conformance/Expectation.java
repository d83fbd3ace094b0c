// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;

/** What a sample's comment says must be found in it. */
record Expectation(JsonObject comment) {
    /** One of them writes a day with one digit, some a fraction. */
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-d'T'HH:mm:ss[.SSSSSS][.SSS]");

    private static final Set<String> ABOUT_THE_SAMPLE = Set.of("match", "desc", "constraint", "filter", "time");

    boolean isFailure() {
        return comment.get("match").getAsBoolean();
    }

    /** Whether it holds for this filter with these options. */
    boolean concerns(String filter, Map<String, String> options) {
        return !comment.has("constraint")
                || Condition.holds(comment.get("constraint").getAsString(), filter, options);
    }

    /**
     * What is wrong with the verdict; empty if nothing is.
     *
     * @param timed whether the line's time is its own
     */
    String complaint(Match match, boolean timed) {
        if (!isFailure()) {
            return match instanceof Match.Found found ? "finds " + found.failures() : "";
        }
        if (!(match instanceof Match.Found found)) {
            return "is " + match;
        }
        Failure failure = found.failures().get(0);
        Map<String, String> wrong = new TreeMap<>();
        Map<String, String> told = told(failure);
        for (Map.Entry<String, JsonElement> entry : comment.entrySet()) {
            if (!ABOUT_THE_SAMPLE.contains(entry.getKey()) && !entry.getValue().isJsonNull()) {
                String expected = text(entry.getValue());
                if (!expected.equals(told.getOrDefault(entry.getKey(), ""))) {
                    wrong.put(entry.getKey(), expected + " and not " + told.get(entry.getKey()));
                }
            }
        }
        if (timed
                && comment.has("time")
                && !comment.get("time").isJsonNull()
                && !time().equals(failure.time().truncatedTo(ChronoUnit.SECONDS))) {
            wrong.put("time", time() + " and not " + failure.time());
        }
        return wrong.isEmpty() ? "" : wrong.toString();
    }

    private Instant time() {
        return LocalDateTime.parse(comment.get("time").getAsString(), WRITTEN)
                .atZone(Oracle.ZONE)
                .toInstant();
    }

    private static Map<String, String> told(Failure failure) {
        Map<String, String> told = new HashMap<>(failure.captures());
        told.put("host", failure.host().orElse(failure.id()));
        told.put("fid", failure.id());
        for (String kind : List.of("ip4", "ip6", "dns")) {
            told.put(kind, failure.host().orElse(""));
        }
        told.put("attempts", Integer.toString(failure.lines()));
        told.put(
                "user",
                failure.captures()
                        .getOrDefault(
                                "user",
                                failure.users().isEmpty()
                                        ? ""
                                        : failure.users().get(failure.users().size() - 1)));
        told.put("users", sorted(failure.users()));
        return told;
    }

    private static String text(JsonElement value) {
        if (!value.isJsonArray()) {
            return value.getAsString();
        }
        List<String> texts = new ArrayList<>();
        value.getAsJsonArray().forEach(element -> texts.add(element.getAsString()));
        return sorted(texts);
    }

    private static String sorted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted.toString();
    }
}
