// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a sample log of fail2ban's: lines, and in comments before them what options a filter has and what it must find. */
final class SampleFile {
    private static final Pattern COMMENT =
            Pattern.compile("^# ?(?<what>failJSON|filterOptions|fileOptions|addFILE): ?(?<json>.+)$");

    /**
     * A line, and with which options it must be what.
     *
     * @param place file and line
     */
    record Sample(String place, String line, List<Map<String, String>> optionSets, Expectation expectation) {}

    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> fileOptions = new HashMap<>();
    private List<Map<String, String>> optionSets = List.of(Map.of());

    private SampleFile() {}

    static List<Sample> read(Path file) throws IOException {
        SampleFile reader = new SampleFile();
        reader.add(file);
        return reader.samples;
    }

    private void add(Path file) throws IOException {
        Expectation expectation = null;
        int number = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            number++;
            Matcher comment = COMMENT.matcher(line);
            if (!comment.matches()) {
                if (!line.isBlank() && !line.startsWith("#") || expectation != null) {
                    samples.add(new Sample(file.getFileName() + ":" + number, line, optionSets, expectation));
                }
                expectation = null;
                continue;
            }
            JsonElement json = JsonParser.parseString(comment.group("json"));
            switch (comment.group("what")) {
                case "failJSON" -> expectation = new Expectation(json.getAsJsonObject());
                case "filterOptions" -> optionSets = optionSets(json);
                case "fileOptions" -> fileOptions.putAll(options(json.getAsJsonObject()));
                default -> add(file.resolveSibling(json.getAsString()));
            }
        }
    }

    private List<Map<String, String>> optionSets(JsonElement json) {
        List<Map<String, String>> sets = new ArrayList<>();
        JsonArray array = json.isJsonArray() ? json.getAsJsonArray() : new JsonArray();
        if (!json.isJsonArray()) {
            array.add(json);
        }
        array.forEach(element -> sets.add(options(element.getAsJsonObject())));
        return sets;
    }

    private Map<String, String> options(JsonObject json) {
        Map<String, String> options = new HashMap<>(fileOptions);
        json.entrySet()
                .forEach(entry -> options.put(entry.getKey(), entry.getValue().getAsString()));
        return options;
    }
}
