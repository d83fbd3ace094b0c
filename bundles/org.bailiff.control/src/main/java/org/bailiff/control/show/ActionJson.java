// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.bailiff.api.action.ActionStatus;

/** One action for machines. */
final class ActionJson {
    private static final double NANOS_PER_MICRO = 1e3;

    private ActionJson() {}

    static void write(JsonWriter json, ActionStatus action) throws IOException {
        json.beginObject().name("name").value(Json.text(action.name()));
        json.name("state").value(action.state().name());
        json.name("reason").value(Json.text(action.reason()));
        write(json, action.entries());
        write(json, action.totals());
        json.name("noticedWithinMillis").value(action.noticedWithin().toMillis());
        json.endObject();
    }

    private static void write(JsonWriter json, ActionStatus.Entries entries) throws IOException {
        json.name("entriesCurrent").value(entries.current());
        json.name("entriesPending").value(entries.pending());
        json.name("entriesMax").value(entries.max());
        json.name("entriesForeign").value(entries.foreign());
        json.name("entriesProven").value(entries.proven());
    }

    private static void write(JsonWriter json, ActionStatus.Totals totals) throws IOException {
        json.name("writes").value(totals.writes());
        json.name("errors").value(totals.errors());
        json.name("evicted").value(totals.evicted());
        json.name("lapsed").value(totals.lapsed());
        json.name("delisted").value(totals.delisted());
        json.name("latencyMicrosP99").value(totals.latencyP99().toNanos() / NANOS_PER_MICRO);
    }
}
