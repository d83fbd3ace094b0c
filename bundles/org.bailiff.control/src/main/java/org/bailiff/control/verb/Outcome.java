// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.bailiff.api.command.CommandCall;
import org.bailiff.control.show.Json;
import org.bailiff.text.SafeText;

/** The answer of a verb that has but one thing to say. */
final class Outcome {
    private Outcome() {}

    /**
     * Says the sentence, or in JSON the named values.
     *
     * @param namesAndValues in turn; a value is a text, a number or a boolean
     */
    static void print(CommandCall call, String sentence, Object... namesAndValues) throws IOException {
        if (!call.json()) {
            call.out().println(SafeText.of(sentence));
            return;
        }
        JsonWriter json = Json.begin(call.out());
        for (int index = 0; index < namesAndValues.length; index += 2) {
            write(json.name(namesAndValues[index].toString()), namesAndValues[index + 1]);
        }
        Json.end(json, call.out());
    }

    private static void write(JsonWriter json, Object value) throws IOException {
        if (value instanceof Boolean yes) {
            json.value(yes);
        } else if (value instanceof Number number) {
            json.value(number);
        } else {
            json.value(Json.text(value.toString()));
        }
    }
}
