// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.jail.LineExplanation.Consequence;

/** What a jail would make of a line, for machines. */
public final class LineExplanationJson {
    private final Discretion discretion;

    /**
     * @param caller who reads it, and may see log text or may not
     */
    public LineExplanationJson(Caller caller) {
        this.discretion = new Discretion(caller);
    }

    /** The explanation as the caller may see it. Of a jail without a filter at work, {@code outcome} is null. */
    public JsonObject of(LineExplanation explanation, JailStatus jail) {
        JsonObject json = new JsonObject();
        json.addProperty("jail", Json.text(explanation.jail()));
        json.addProperty("state", jail.state().name());
        json.addProperty("reason", Json.text(jail.reason()));
        json.add("outcome", JsonNull.INSTANCE);
        explanation.passage().ifPresent(passage -> add(passage.trace(), json));
        JsonArray failures = new JsonArray();
        explanation.consequences().forEach(failure -> failures.add(of(failure)));
        json.add("failures", failures);
        return json;
    }

    private void add(Trace trace, JsonObject json) {
        json.addProperty("outcome", outcome(trace.match()));
        json.addProperty("time", trace.time().toString());
        json.add("date", trace.date().map(this::date).orElse(JsonNull.INSTANCE));
        json.addProperty("text", discretion.rest(trace.text()));
        JsonArray searches = new JsonArray();
        trace.searches().forEach(search -> searches.add(of(search)));
        json.add("searches", searches);
    }

    /** The words of {@code bailiff test}. */
    private static String outcome(Match match) {
        if (match instanceof Match.Found) {
            return "failure";
        }
        return match instanceof Match.Helper ? "nofailure" : match instanceof Match.Ignored ? "ignored" : "missed";
    }

    private JsonElement date(Trace.Date date) {
        JsonObject json = new JsonObject();
        json.addProperty("pattern", date.pattern());
        json.addProperty("written", discretion.text(date.written()));
        return json;
    }

    private JsonObject of(Trace.Search search) {
        JsonObject json = new JsonObject();
        json.addProperty("key", search.key());
        json.addProperty("number", search.number());
        json.addProperty("outcome", search.outcome().name().toLowerCase(Locale.ROOT));
        json.addProperty("steps", search.steps());
        json.add("captures", captures(search.captures()));
        return json;
    }

    private JsonObject captures(Map<String, String> captures) {
        JsonObject json = new JsonObject();
        new TreeMap<>(captures)
                .forEach((name, value) -> json.addProperty(Json.text(name), discretion.capture(name, value)));
        return json;
    }

    private JsonObject of(Consequence consequence) {
        Failure failure = consequence.failure();
        JsonObject json = new JsonObject();
        json.addProperty("id", discretion.who(failure.id()));
        json.add("host", text(failure.host().map(discretion::who)));
        json.addProperty("time", failure.time().toString());
        json.addProperty("regex", failure.regex());
        json.addProperty("attempts", failure.attempts());
        JsonArray users = new JsonArray();
        failure.users().forEach(user -> users.add(discretion.text(user)));
        json.add("users", users);
        json.addProperty("verdict", consequence.verdict().name().toLowerCase(Locale.ROOT));
        json.addProperty("counted", consequence.attempts());
        json.addProperty("maxRetry", consequence.maxRetry());
        json.add("ignored", text(consequence.ignored().map(Json::text)));
        json.add("bannedUntil", Json.moment(consequence.ban().flatMap(Ban::until)));
        json.add("enforcement", ProofJson.of(consequence.enforcement()));
        return json;
    }

    private static JsonElement text(Optional<String> text) {
        return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
    }
}
