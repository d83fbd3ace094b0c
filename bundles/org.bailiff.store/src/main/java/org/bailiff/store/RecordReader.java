// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.PackedEvidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/**
 * Reads what {@link RecordWriter} wrote. Keys that it does not know are passed over: a later version may add some. Used by
 * one thread.
 */
final class RecordReader {
    private final JsonInput json = new JsonInput();
    private final PackedEvidence.Packer evidence = new PackedEvidence.Packer();

    /**
     * The record that the JSON writes.
     *
     * @throws UnreadableRecordException if something that a record must have is missing, or is not what it must be
     */
    JailRecord read(ByteRange content) throws UnreadableRecordException {
        try {
            json.begin(content);
            JailRecord record = record();
            json.finish();
            return record;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // What our own values throw for texts that they do not accept.
            throw new UnreadableRecordException("not a record: " + e.getMessage(), e);
        }
    }

    private JailRecord record() {
        Map<String, String> positions = Map.of();
        Map<String, String> sessions = Map.of();
        Map<String, Instant> beginnings = Map.of();
        List<FailureMark> failures = List.of();
        List<String> cleared = List.of();
        List<Ban> banned = List.of();
        List<BanHistory> ended = List.of();
        JailRecord.Totals totals = null;
        Optional<ClockMark> clock = Optional.empty();
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "positions" -> positions = map(json::text);
                case "sessions" -> sessions = map(json::text);
                case "beginnings" -> beginnings = map(json::seconds);
                case "failures" -> failures = list(this::failure);
                case "cleared" -> cleared = list(json::text);
                case "banned" -> banned = list(this::ban);
                case "ended" -> ended = list(this::history);
                case "totals" -> totals = totals();
                case "clock" -> clock = Optional.of(clock());
                default -> json.skip();
            }
        }
        return new JailRecord(
                positions, sessions, beginnings, failures, cleared, banned, ended, present(totals, "totals"), clock);
    }

    private JailRecord.Totals totals() {
        Long failed = null;
        Long banned = null;
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "failed" -> failed = json.number();
                case "banned" -> banned = json.number();
                default -> json.skip();
            }
        }
        return new JailRecord.Totals(present(failed, "failed"), present(banned, "banned"));
    }

    private ClockMark clock() {
        String boot = null;
        Instant booted = null;
        Instant noticed = null;
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "boot" -> boot = json.word();
                case "booted" -> booted = json.seconds();
                case "noticed" -> noticed = json.seconds();
                default -> json.skip();
            }
        }
        return new ClockMark(present(boot, "boot"), present(booted, "booted"), present(noticed, "noticed"));
    }

    private Ban ban() {
        BanFields fields = new BanFields();
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "id" -> fields.id = json.text();
                case "jail" -> fields.jail = json.word();
                case "target" -> fields.target = Network.parse(json.text());
                case "since" -> fields.since = json.seconds();
                case "until" -> fields.until = Optional.of(json.seconds());
                case "count" -> fields.count = Math.toIntExact(json.number());
                case "origin" -> fields.origin = BanOrigin.valueOf(json.word());
                case "by" -> fields.by = json.word();
                case "reason" -> fields.reason = json.word();
                case "evidence" -> fields.evidence = evidence();
                default -> json.skip();
            }
        }
        return fields.ban();
    }

    /** A ban as far as it is read. */
    private static final class BanFields {
        private String id;
        private String jail;
        private Network target;
        private Instant since;
        private Optional<Instant> until = Optional.empty();
        private int count;
        private BanOrigin origin;
        private String by;
        private String reason = "";
        private List<Evidence> evidence = PackedEvidence.NONE;

        Ban ban() {
            return new Ban(
                    present(id, "id"),
                    present(jail, "jail"),
                    present(target, "target"),
                    present(since, "since"),
                    until,
                    count,
                    present(origin, "origin"),
                    present(by, "by"),
                    reason,
                    evidence);
        }
    }

    private FailureMark failure() {
        EvidenceFields fields = evidenceFields();
        return new FailureMark(present(fields.id, "id"), fields.evidence());
    }

    private PackedEvidence evidence() {
        json.open('[');
        while (json.nextElement(']')) {
            evidenceFields().packInto(evidence);
        }
        return evidence.pack();
    }

    private EvidenceFields evidenceFields() {
        EvidenceFields fields = new EvidenceFields();
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "id" -> fields.id = json.text();
                case "time" -> fields.time = json.seconds();
                case "regex" -> fields.regex = Math.toIntExact(json.number());
                case "attempts" -> fields.attempts = Math.toIntExact(json.number());
                case "line" -> fields.line = json.utf8();
                case "address" -> fields.address = Optional.of(Address.parse(json.text()));
                default -> json.skip();
            }
        }
        return fields;
    }

    /** Evidence as far as it is read, with the id that it counts for. */
    private static final class EvidenceFields {
        private String id;
        private Instant time;
        private Integer regex;
        private Integer attempts;
        private ByteRange line;
        private Optional<Address> address = Optional.empty();

        Evidence evidence() {
            return new Evidence(
                    present(time, "time"),
                    present(regex, "regex"),
                    present(attempts, "attempts"),
                    present(line, "line").utf8(),
                    address);
        }

        void packInto(PackedEvidence.Packer packer) {
            ByteRange text = present(line, "line");
            packer.add(
                    present(time, "time"),
                    present(regex, "regex"),
                    present(attempts, "attempts"),
                    text.bytes(),
                    text.from(),
                    text.length(),
                    address);
        }
    }

    private BanHistory history() {
        Network target = null;
        Integer count = null;
        Instant ended = null;
        json.open('{');
        while (json.nextKey()) {
            switch (json.key()) {
                case "target" -> target = Network.parse(json.text());
                case "count" -> count = Math.toIntExact(json.number());
                case "ended" -> ended = json.seconds();
                default -> json.skip();
            }
        }
        return new BanHistory(present(target, "target"), present(count, "count"), present(ended, "ended"));
    }

    private <T> Map<String, T> map(Supplier<T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        json.open('{');
        while (json.nextKey()) {
            map.put(json.key(), value.get());
        }
        return map;
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        json.open('[');
        while (json.nextElement(']')) {
            elements.add(element.get());
        }
        return elements;
    }

    private static <T> T present(T part, String key) {
        if (part == null) {
            throw new IllegalArgumentException("there is no \"" + key + '"');
        }
        return part;
    }
}
