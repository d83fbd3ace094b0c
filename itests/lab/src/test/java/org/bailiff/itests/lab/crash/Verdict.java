// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bailiff.itests.lab.world.Await;

/** What must have come of a trial. */
final class Verdict {
    /** A list that was made again is filled within a second; the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So many addresses say enough. */
    private static final int TOLD = 10;

    private final Crowd crowd;
    private final Operator operator;
    private final Map<String, Instant> guilty = new HashMap<>();

    /**
     * @param begin when it began
     */
    Verdict(Crowd crowd, Operator operator, Instant begin) {
        this.crowd = crowd;
        this.operator = operator;
        for (Suspect suspect : crowd.guilty()) {
            Instant since = begin.plus(suspect.banned().orElseThrow()).truncatedTo(ChronoUnit.MICROS);
            guilty.put(suspect.address(), since);
        }
    }

    /** Exactly the guilty are banned, each once and from its last failure on, and whoever was banned by hand. */
    void onStatus(JsonObject jail) {
        Map<String, Instant> since = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (JsonElement element : jail.getAsJsonArray("banned")) {
            JsonObject ban = element.getAsJsonObject();
            String address = ban.get("address").getAsString();
            since.put(address, Instant.parse(ban.get("since").getAsString()));
            if (ban.get("count").getAsInt() != 1) {
                counted.add(address + " " + ban.get("count"));
            }
        }
        assertThat(jail.get("totalFailed").getAsInt()).as("failures in total").isEqualTo(crowd.failures());
        assertThat(counted).as("banned more than once").isEmpty();
        assertExactly("banned by the daemon", since.keySet(), expected(since.keySet()));
        since.keySet().retainAll(guilty.keySet());
        since.forEach((address, time) ->
                assertThat(time).as("since when %s is banned", address).isEqualTo(guilty.get(address)));
        assertThat(jail.get("totalFailed").getAsInt()).as("failures in total").isEqualTo(crowd.failures());
    }

    /** The kernel keeps out exactly those. */
    void onKernel(Door door, JsonObject jail) throws Exception {
        Set<InetAddress> banned = new HashSet<>();
        for (JsonElement ban : jail.getAsJsonArray("banned")) {
            banned.add(
                    InetAddress.getByName(ban.getAsJsonObject().get("address").getAsString()));
        }
        try {
            Await.until("the kernel keeps out who is banned", PATIENCE, () -> door.keptOut()
                    .equals(banned));
        } catch (AssertionError vain) {
            assertExactly("kept out by the kernel", door.keptOut(), banned);
        }
    }

    /** The disk has the same bans, with one id each, and tells of those that ended. */
    void onStore(StoredJail stored, JsonObject jail) {
        assertExactly(
                "banned on the disk",
                stored.bans().keySet(),
                expected(stored.bans().keySet()));
        stored.ids()
                .forEach((address, ids) ->
                        assertThat(ids).as("ids of %s", address).hasSize(1));
        stored.bans().forEach((address, ban) -> assertThat(ban.get("count").getAsInt())
                .as("count of %s", address)
                .isEqualTo(1));
        stored.ended()
                .forEach((address, count) ->
                        assertThat(count).as("count of %s", address).isEqualTo(1));
        assertThat(stored.ended().keySet()).as("bans that ended").containsAll(operator.released());
        Set<String> everBanned = new HashSet<>(stored.bans().keySet());
        everBanned.addAll(stored.ended().keySet());
        assertThat(jail.get("totalBanned").getAsInt()).as("bans in total").isEqualTo(everBanned.size());
    }

    /** What was not answered may be so or so. */
    private Set<String> expected(Set<String> seen) {
        Set<String> expected = new HashSet<>(guilty.keySet());
        expected.addAll(operator.banned());
        expected.removeAll(operator.released());
        for (String address : operator.unknown()) {
            if (seen.contains(address)) {
                expected.add(address);
            } else {
                expected.remove(address);
            }
        }
        return expected;
    }

    private <T> void assertExactly(String what, Set<T> seen, Set<T> expected) {
        Set<T> missing = new HashSet<>(expected);
        missing.removeAll(seen);
        Set<T> surplus = new HashSet<>(seen);
        surplus.removeAll(expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new AssertionError(what + ": " + some("missing", missing) + some("wrong", surplus));
        }
    }

    private static String some(String what, Set<?> all) {
        List<?> some = all.stream().limit(TOLD).toList();
        return all.isEmpty() ? "" : all.size() + " are " + what + ", " + some + " among them; ";
    }
}
