// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The installed fail2ban, asked what its filters find; see {@code oracle.py}. Used by one thread. */
final class OracleProcess implements AutoCloseable {

    /**
     * What was found in a line.
     *
     * @param id the host, or what is counted by
     * @param time to the second
     */
    record Finding(String id, long time) {}

    private final Path script;
    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    OracleProcess() throws IOException {
        script = Files.createTempFile("oracle", ".py");
        try (InputStream source = OracleProcess.class.getResourceAsStream("/oracle.py")) {
            Files.write(script, source.readAllBytes());
        }
        process = new ProcessBuilder("/usr/bin/python3", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Begins with a filter, which has seen nothing. */
    void start(String filter, Map<String, String> options, Path folder, Instant now) throws IOException {
        JsonObject question = new JsonObject();
        question.addProperty("filter", filter);
        question.addProperty("folder", folder.toString());
        question.addProperty("now", now.getEpochSecond());
        JsonObject parameters = new JsonObject();
        options.forEach(parameters::addProperty);
        question.add("options", parameters);
        JsonObject answer = ask(question);
        if (answer.has("error")) {
            throw new IOException(answer.get("error").getAsString() + " at " + question);
        }
    }

    /** Lets the filter forget all lines that it has seen. */
    void forget() throws IOException {
        JsonObject question = new JsonObject();
        question.addProperty("forget", true);
        ask(question);
    }

    /** What it finds in the next line: nothing where it gives up with an error, as fail2ban does. */
    List<Finding> find(String line) throws IOException {
        JsonObject question = new JsonObject();
        question.addProperty("line", line);
        JsonObject answer = ask(question);
        List<Finding> findings = new ArrayList<>();
        if (answer.has("error")) {
            return findings;
        }
        for (JsonElement found : answer.getAsJsonArray("failures")) {
            JsonArray pair = found.getAsJsonArray();
            findings.add(
                    new Finding(pair.get(0).getAsString(), (long) pair.get(1).getAsDouble()));
        }
        return findings;
    }

    private JsonObject ask(JsonObject question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        String text = answers.readLine();
        if (text == null) {
            throw new IOException("the oracle has ended at " + question);
        }
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(script);
    }
}
