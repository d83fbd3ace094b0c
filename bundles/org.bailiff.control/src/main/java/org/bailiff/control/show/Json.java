// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.text.SafeText;

/**
 * JSON for machines: one object an answer, written as it is made, so that a list of any length needs no memory. Times
 * are ISO-8601 in UTC.
 */
public final class Json {
    /** Longer than any path; a log line was cut long before. */
    private static final int LONGEST_TEXT = 8192;

    private Json() {}

    /** Begins the answer's object. */
    public static JsonWriter begin(PrintWriter out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.setIndent("  ");
        return json.beginObject();
    }

    /** Ends the answer's object. */
    public static void end(JsonWriter json, PrintWriter out) throws IOException {
        json.endObject().flush();
        out.println();
    }

    /** Writes an element on one line, so that a list of many stays readable. */
    public static void line(JsonWriter json, JsonElement element) throws IOException {
        json.jsonValue(element.toString());
    }

    /** Texts from outside, made safe. */
    public static void texts(JsonWriter json, List<String> texts) throws IOException {
        json.beginArray();
        for (String text : texts) {
            json.value(text(text));
        }
        json.endArray();
    }

    /** A text from outside, made safe. */
    public static String text(String text) {
        return SafeText.of(text, LONGEST_TEXT);
    }

    /** A moment; null if there is none. */
    public static JsonElement moment(Optional<Instant> moment) {
        return moment.<JsonElement>map(instant -> new JsonPrimitive(instant.toString()))
                .orElse(JsonNull.INSTANCE);
    }
}
