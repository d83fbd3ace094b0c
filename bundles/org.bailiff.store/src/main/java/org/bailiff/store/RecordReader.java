// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** Reads what {@link RecordWriter} wrote. Keys that it does not know are passed over: a later version may add some. */
final class RecordReader {
    private RecordReader() {}

    /**
     * The record that the JSON writes.
     *
     * @throws UnreadableRecordException if something that a record must have is missing, or is not what it must be
     */
    static JailRecord read(String json) throws UnreadableRecordException {
        try {
            return record(JsonParser.parseString(json).getAsJsonObject());
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            // What Gson throws for another type than asked for, and our own values for texts that they do not accept.
            throw new UnreadableRecordException("not a record: " + e.getMessage(), e);
        }
    }

    private static JailRecord record(JsonObject object) {
        JsonObject totals = part(object, "totals").getAsJsonObject();
        return new JailRecord(
                map(object, "positions", JsonElement::getAsString),
                map(object, "sessions", JsonElement::getAsString),
                map(object, "beginnings", RecordReader::time),
                list(object, "failures", RecordReader::failure),
                list(object, "cleared", JsonElement::getAsString),
                list(object, "banned", RecordReader::ban),
                list(object, "ended", RecordReader::history),
                new JailRecord.Totals(
                        part(totals, "failed").getAsLong(),
                        part(totals, "banned").getAsLong()),
                object.has("clock") ? Optional.of(clock(object.getAsJsonObject("clock"))) : Optional.empty());
    }

    private static ClockMark clock(JsonObject object) {
        return new ClockMark(text(object, "boot"), time(object, "booted"), time(object, "noticed"));
    }

    private static FailureMark failure(JsonElement element) {
        return new FailureMark(text(element.getAsJsonObject(), "id"), evidence(element));
    }

    private static Ban ban(JsonElement element) {
        JsonObject object = element.getAsJsonObject();
        return new Ban(
                text(object, "id"),
                text(object, "jail"),
                Network.parse(text(object, "target")),
                time(object, "since"),
                object.has("until") ? Optional.of(time(object, "until")) : Optional.empty(),
                number(object, "count"),
                BanOrigin.valueOf(text(object, "origin")),
                text(object, "by"),
                object.has("reason") ? text(object, "reason") : "",
                list(object, "evidence", RecordReader::evidence));
    }

    private static Evidence evidence(JsonElement element) {
        JsonObject object = element.getAsJsonObject();
        return new Evidence(
                time(object, "time"),
                number(object, "regex"),
                number(object, "attempts"),
                text(object, "line"),
                object.has("address") ? Optional.of(Address.parse(text(object, "address"))) : Optional.empty());
    }

    private static BanHistory history(JsonElement element) {
        JsonObject object = element.getAsJsonObject();
        return new BanHistory(Network.parse(text(object, "target")), number(object, "count"), time(object, "ended"));
    }

    private static <T> Map<String, T> map(JsonObject object, String key, Function<JsonElement, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        if (object.has(key)) {
            part(object, key)
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        }
        return map;
    }

    private static <T> List<T> list(JsonObject object, String key, Function<JsonElement, T> part) {
        List<T> elements = new ArrayList<>();
        if (object.has(key)) {
            part(object, key).getAsJsonArray().forEach(element -> elements.add(part.apply(element)));
        }
        return elements;
    }

    private static Instant time(JsonObject object, String key) {
        return time(part(object, key));
    }

    private static Instant time(JsonElement element) {
        BigDecimal seconds = element.getAsBigDecimal();
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).intValueExact());
    }

    private static int number(JsonObject object, String key) {
        return part(object, key).getAsInt();
    }

    private static String text(JsonObject object, String key) {
        return part(object, key).getAsString();
    }

    private static JsonElement part(JsonObject object, String key) {
        JsonElement element = object.get(key);
        if (element == null) {
            throw new IllegalArgumentException("there is no \"" + key + '"');
        }
        return element;
    }
}
