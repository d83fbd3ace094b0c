// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.top;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the daemon said at a moment.
 *
 * @param nanos the moment, to be compared with that of another sample only
 * @param state of the daemon
 * @param reason why it is not RUNNING; empty if it is
 * @param version of the daemon
 * @param startedAt when it started
 * @param jails by name, in the daemon's order
 * @param newest the newest bans, the newest first
 */
record Sample(
        long nanos,
        String state,
        String reason,
        String version,
        Instant startedAt,
        Map<String, Jail> jails,
        List<Ban> newest) {

    /** The counts of a jail. */
    record Jail(String name, String state, long failed, long totalFailed, long banned, long totalBanned, long lines) {
        private static Jail of(Map<String, Object> json) {
            return new Jail(
                    text(json, "name"),
                    text(json, "state"),
                    number(json, "currentlyFailed"),
                    number(json, "totalFailed"),
                    number(json, "currentlyBanned"),
                    number(json, "totalBanned"),
                    number(json, "linesRead"));
        }
    }

    /** A ban; its end is empty if it has none. */
    record Ban(String address, String jail, Instant since, Optional<Instant> until) {
        private static Ban of(Map<String, Object> json) {
            return new Ban(
                    text(json, "address"),
                    text(json, "jail"),
                    Instant.parse(text(json, "since")),
                    Optional.ofNullable(json.get("until")).map(end -> Instant.parse(end.toString())));
        }
    }

    /**
     * What the two answers say.
     *
     * @param stats of {@code stats --json}
     * @param banned of {@code banned --newest N --json}
     * @throws RuntimeException if they say something else
     */
    static Sample of(long nanos, String stats, String banned) {
        Map<String, Object> json = JsonReader.read(stats);
        Map<String, Object> daemon = object(json.get("daemon"));
        return new Sample(
                nanos,
                text(daemon, "state"),
                text(daemon, "reason"),
                text(daemon, "version"),
                Instant.parse(text(daemon, "startedAt")),
                objects(json.get("jails")).stream()
                        .map(Jail::of)
                        .collect(Collectors.toMap(Jail::name, jail -> jail, (one, other) -> other, LinkedHashMap::new)),
                objects(JsonReader.read(banned).get("banned")).stream()
                        .map(Ban::of)
                        .collect(Collectors.toList()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    private static List<Map<String, Object>> objects(Object json) {
        return ((List<?>) json).stream().map(Sample::object).collect(Collectors.toList());
    }

    private static String text(Map<String, Object> json, String key) {
        return json.get(key).toString();
    }

    private static long number(Map<String, Object> json, String key) {
        return ((Double) json.get(key)).longValue();
    }
}
