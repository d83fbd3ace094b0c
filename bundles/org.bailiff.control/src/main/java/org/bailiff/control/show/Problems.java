// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.config.Problem;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.text.SafeText;

/** What does not work, one sentence each, safe to show. */
public final class Problems {
    private Problems() {}

    /** Those of a jail's sources and actions, without what the jail's own reason says already. */
    public static List<String> of(JailStatus jail) {
        List<String> problems = new ArrayList<>();
        for (SourceStatus source : jail.sources()) {
            add(problems, jail, source.stream(), source.reason());
        }
        for (ActionStatus action : jail.actions()) {
            add(problems, jail, action.name(), action.reason());
        }
        return problems;
    }

    private static void add(List<String> problems, JailStatus jail, String where, String reason) {
        if (!reason.isEmpty() && !jail.reason().contains(reason)) {
            problems.add(SafeText.of(where + ": " + reason));
        }
    }

    /** What is wrong in a configuration or a definition, for machines: an array. */
    public static void write(JsonWriter json, List<Problem> problems) throws IOException {
        json.beginArray();
        for (Problem problem : problems) {
            json.beginObject().name("severity").value(problem.severity().name());
            json.name("file").value(Json.text(problem.file()));
            json.name("line").value(problem.line());
            json.name("jail").value(Json.text(problem.jail()));
            json.name("message").value(Json.text(problem.message())).endObject();
        }
        json.endArray();
    }
}
