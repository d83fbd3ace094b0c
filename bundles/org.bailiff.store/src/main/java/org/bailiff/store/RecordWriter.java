// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;

/** Writes records as JSON: readable keys, empty parts left out, times as seconds. Used by one thread. */
final class RecordWriter {
    private final JsonOutput json;

    RecordWriter(JsonOutput json) {
        this.json = json;
    }

    void write(JailRecord record) {
        json.open('{');
        map("positions", record.positions(), json::text);
        map("sessions", record.sessions(), json::text);
        map("beginnings", record.beginnings(), json::seconds);
        list("failures", record.failures(), this::failure);
        list("cleared", record.cleared(), json::text);
        list("banned", record.banned(), this::ban);
        list("ended", record.ended(), this::history);
        json.key("totals").open('{');
        json.key("failed").number(record.totals().failed());
        json.key("banned").number(record.totals().banned());
        json.close('}');
        record.clock().ifPresent(this::clock);
        json.close('}');
    }

    private void clock(ClockMark clock) {
        json.key("clock").open('{');
        json.key("boot").text(clock.boot());
        json.key("booted").seconds(clock.booted());
        json.key("noticed").seconds(clock.noticed());
        json.close('}');
    }

    private <T> void map(String name, Map<String, T> map, Consumer<T> value) {
        if (map.isEmpty()) {
            return;
        }
        json.key(name).open('{');
        map.forEach((key, element) -> {
            json.key(key);
            value.accept(element);
        });
        json.close('}');
    }

    private <T> void list(String name, List<T> elements, Consumer<T> element) {
        if (elements.isEmpty()) {
            return;
        }
        json.key(name).open('[');
        elements.forEach(element);
        json.close(']');
    }

    private void failure(FailureMark failure) {
        json.open('{');
        json.key("id").text(failure.id());
        evidenceFields(failure.evidence());
        json.close('}');
    }

    private void ban(Ban ban) {
        json.open('{');
        json.key("id").text(ban.id());
        json.key("jail").text(ban.jail());
        json.key("target").text(ban.target().toString());
        json.key("since").seconds(ban.since());
        ban.until().ifPresent(until -> json.key("until").seconds(until));
        json.key("count").number(ban.count());
        json.key("origin").text(ban.origin().name());
        json.key("by").text(ban.by());
        if (!ban.reason().isEmpty()) {
            json.key("reason").text(ban.reason());
        }
        list("evidence", ban.evidence(), this::evidence);
        json.close('}');
    }

    private void evidence(Evidence evidence) {
        json.open('{');
        evidenceFields(evidence);
        json.close('}');
    }

    private void evidenceFields(Evidence evidence) {
        json.key("time").seconds(evidence.time());
        json.key("regex").number(evidence.regex());
        json.key("attempts").number(evidence.attempts());
        json.key("line").text(evidence.line());
        evidence.address().ifPresent(address -> json.key("address").text(address.toString()));
    }

    private void history(BanHistory history) {
        json.open('{');
        json.key("target").text(history.target().toString());
        json.key("count").number(history.count());
        json.key("ended").seconds(history.ended());
        json.close('}');
    }
}
