// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.source.SourceStatus;

/** One jail with its bans for machines. */
public final class JailJson {
    private final JsonWriter json;

    /**
     * @param json stands where the jails are to be written, in an array
     */
    public JailJson(JsonWriter json) {
        this.json = json;
    }

    public void write(Jail jail, List<Ban> bans) throws IOException {
        JailStatus status = jail.status();
        json.beginObject().name("name").value(Json.text(status.name()));
        json.name("state").value(status.state().name());
        json.name("reason").value(Json.text(status.reason()));
        json.name("filter").value(Json.text(status.filter()));
        writeCounts(status);
        writeSettings(status);
        writeSources(status);
        writeCutOffs(status);
        writeActions(status);
        json.name("banned").beginArray();
        for (Ban ban : bans) {
            Json.line(json, BanJson.of(new JailsBan(jail, ban)));
        }
        json.endArray().endObject();
    }

    private void writeCounts(JailStatus status) throws IOException {
        json.name("currentlyFailed").value(status.currentlyFailed());
        json.name("totalFailed").value(status.totalFailed());
        json.name("currentlyBanned").value(status.currentlyBanned());
        json.name("totalBanned").value(status.totalBanned());
        json.name("trackedAddresses").value(status.trackedAddresses());
        json.name("linesRead").value(status.linesRead());
        json.name("linesMatched").value(status.linesMatched());
        json.name("linesIgnored").value(status.linesIgnored());
        json.name("lastMatch");
        Json.line(json, Json.moment(status.lastMatch()));
    }

    private void writeSettings(JailStatus status) throws IOException {
        json.name("banTimeSeconds").value(status.banTime().toSeconds());
        json.name("findTimeSeconds").value(status.findTime().toSeconds());
        json.name("maxRetry").value(status.maxRetry());
    }

    private void writeSources(JailStatus status) throws IOException {
        json.name("sources").beginArray();
        for (SourceStatus source : status.sources()) {
            json.beginObject().name("stream").value(Json.text(source.stream()));
            json.name("kind").value(source.kind());
            json.name("state").value(source.state().name());
            json.name("reason").value(Json.text(source.reason()));
            json.name("positionBytes").value(source.positionBytes());
            json.name("lagBytes").value(source.lagBytes());
            json.name("linesRead").value(source.linesReadTotal());
            json.name("rotations").value(source.rotationsTotal());
            json.name("errors").value(source.errorsTotal()).endObject();
        }
        json.endArray();
    }

    private void writeCutOffs(JailStatus status) throws IOException {
        json.name("cutOffs").beginArray();
        for (CutOff cutOff : status.cutOffs()) {
            json.beginObject().name("key").value(cutOff.key());
            json.name("number").value(cutOff.number());
            json.name("count").value(cutOff.count());
            json.name("regex").value(Json.text(cutOff.regex())).endObject();
        }
        json.endArray();
    }

    private void writeActions(JailStatus status) throws IOException {
        json.name("actions").beginArray();
        for (ActionStatus action : status.actions()) {
            ActionJson.write(json, action);
        }
        json.endArray();
    }
}
