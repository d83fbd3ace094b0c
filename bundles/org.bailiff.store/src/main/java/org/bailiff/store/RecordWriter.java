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
        map(RecordKey.POSITIONS, record.positions(), json::text);
        map(RecordKey.SESSIONS, record.sessions(), json::text);
        map(RecordKey.BEGINNINGS, record.beginnings(), json::seconds);
        list(RecordKey.FAILURES, record.failures(), this::failure);
        list(RecordKey.CLEARED, record.cleared(), json::text);
        list(RecordKey.BANNED, record.banned(), this::ban);
        list(RecordKey.ENDED, record.ended(), this::history);
        json.key(RecordKey.TOTALS).open('{');
        json.key(RecordKey.FAILED).number(record.totals().failed());
        json.key(RecordKey.BANNED).number(record.totals().banned());
        json.close('}');
        record.clock().ifPresent(this::clock);
        json.close('}');
    }

    private void clock(ClockMark clock) {
        json.key(RecordKey.CLOCK).open('{');
        json.key(RecordKey.BOOT).text(clock.boot());
        json.key(RecordKey.BOOTED).seconds(clock.booted());
        json.key(RecordKey.NOTICED).seconds(clock.noticed());
        json.close('}');
    }

    private <T> void map(RecordKey name, Map<String, T> map, Consumer<T> value) {
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

    private <T> void list(RecordKey name, List<T> elements, Consumer<T> element) {
        if (elements.isEmpty()) {
            return;
        }
        json.key(name).open('[');
        elements.forEach(element);
        json.close(']');
    }

    private void failure(FailureMark failure) {
        json.open('{');
        json.key(RecordKey.ID).text(failure.id());
        evidenceFields(failure.evidence());
        json.close('}');
    }

    private void ban(Ban ban) {
        json.open('{');
        json.key(RecordKey.ID).text(ban.id());
        json.key(RecordKey.JAIL).text(ban.jail());
        json.key(RecordKey.TARGET).text(ban.target().toString());
        json.key(RecordKey.SINCE).seconds(ban.since());
        ban.until().ifPresent(until -> json.key(RecordKey.UNTIL).seconds(until));
        json.key(RecordKey.COUNT).number(ban.count());
        json.key(RecordKey.ORIGIN).text(ban.origin().name());
        json.key(RecordKey.BY).text(ban.by());
        if (!ban.reason().isEmpty()) {
            json.key(RecordKey.REASON).text(ban.reason());
        }
        list(RecordKey.EVIDENCE, ban.evidence(), this::evidence);
        json.close('}');
    }

    private void evidence(Evidence evidence) {
        json.open('{');
        evidenceFields(evidence);
        json.close('}');
    }

    private void evidenceFields(Evidence evidence) {
        json.key(RecordKey.TIME).seconds(evidence.time());
        json.key(RecordKey.REGEX).number(evidence.regex());
        json.key(RecordKey.ATTEMPTS).number(evidence.attempts());
        json.key(RecordKey.LINE).text(evidence.line());
        evidence.address().ifPresent(address -> json.key(RecordKey.ADDRESS).text(address.toString()));
    }

    private void history(BanHistory history) {
        json.open('{');
        json.key(RecordKey.TARGET).text(history.target().toString());
        json.key(RecordKey.COUNT).number(history.count());
        json.key(RecordKey.ENDED).seconds(history.ended());
        json.close('}');
    }
}
