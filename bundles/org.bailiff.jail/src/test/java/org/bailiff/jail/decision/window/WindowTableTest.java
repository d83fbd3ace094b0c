// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Evidence;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTableTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final WindowTable table = new WindowTable(new LineStore(1 << 20).join());

    private static Evidence at(Instant time) {
        return new Evidence(time, 1, 1, "");
    }

    private void put(String id, Evidence... failures) {
        table.put(table.key(id), List.of(failures));
    }

    private Optional<List<Evidence>> find(String id) {
        return table.find(table.key(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2.1",
                "192.0.2.01",
                "2001:db8::1",
                "2001:DB8::1",
                "2001:db8:0::1",
                "::ffff:192.0.2.1",
                "192.0.2.0/24",
                "\u0000",
                "\u0001",
                "\ud800",
                "\udc00",
                "?",
                "\ufffd",
                "account",
                "account ",
                "1.2.3.4\u0000"
            })
    void everyIdIsItsOwnAndComesBackAsItWas(String id) {
        for (String other : List.of("192.0.2.1", "2001:db8::1", "\ud801", "accoun", "accountt", "\u0000\u0000")) {
            if (!other.equals(id)) {
                put(other, at(NOON.plusSeconds(1)));
            }
        }
        put(id, at(NOON));

        assertThat(find(id)).contains(List.of(at(NOON)));
        List<String> ids = new ArrayList<>();
        table.windows().forEachRemaining(window -> ids.add(window.id()));
        assertThat(ids).contains(id).doesNotHaveDuplicates().hasSize(table.size());
    }

    @Test
    void failuresComeBackAsTheyWereToTheNanosecond() {
        Evidence[] failures = {
            new Evidence(Instant.ofEpochSecond(-62_135_596_800L), Integer.MIN_VALUE, Integer.MAX_VALUE, ""),
            new Evidence(Instant.EPOCH.minusNanos(1), 0, 2, "", Address.tryParse("192.0.2.1")),
            new Evidence(NOON, 1, 1, "", Address.tryParse("2001:db8::1")),
            at(NOON),
            at(NOON.plusNanos(1)),
            at(NOON.plusNanos(1_000)),
            at(NOON.plusNanos(1_000_000)),
            at(NOON.plusNanos(999_999_999)),
            at(Instant.ofEpochSecond(253_402_300_799L, 999_999_999))
        };
        put("192.0.2.1", failures);

        assertThat(find("192.0.2.1")).contains(List.of(failures));
    }

    @Test
    void aMillionAlmostGuiltyAddressesTakeLessThanAHundredBytesEach() {
        // A tenth of them, twice: the bytes for each do not depend on the number.
        for (int number : List.of(100_000, 200_000)) {
            for (int host = 0; host < number; host++) {
                String id = host % 2 == 0
                        ? "11." + (host >>> 16) + "." + (host >>> 8 & 255) + "." + (host & 255)
                        : "2001:db8:0:" + Integer.toHexString(host >>> 4) + "::1" + (host & 15);
                Evidence[] failures = new Evidence[1 + host / 2 % 4];
                for (int failure = 0; failure < failures.length; failure++) {
                    failures[failure] = at(NOON.plusNanos(1_000L * (host + failure * number)));
                }
                put(id, failures);
            }

            assertThat(table.size()).isEqualTo(number);
            assertThat(table.bytes() / number).isLessThan(100);
        }
    }

    @Test
    void roomIsGivenBackAsIdsAreForgotten() {
        for (int host = 0; host < 100_000; host++) {
            put("account " + host, at(NOON.plusSeconds(host)));
        }
        long most = table.bytes();

        table.forgetBefore(NOON.plusSeconds(99_000));
        assertThat(table.size()).isEqualTo(1_000);
        assertThat(table.bytes()).isLessThan(most / 10);

        for (int host = 99_000; host < 100_000; host++) {
            assertThat(table.remove(table.key("account " + host))).isTrue();
        }
        assertThat(table.bytes()).isZero();
    }

    @Test
    void anIdThatFailsAgainAndAgainTakesNoMoreForIt() {
        put("192.0.2.1", at(NOON), at(NOON));
        long once = table.bytes();

        for (int failure = 0; failure < 10_000; failure++) {
            put("192.0.2.1", at(NOON.plusSeconds(failure)), at(NOON.plusSeconds(failure)));
        }

        assertThat(table.bytes()).isLessThanOrEqualTo(2 * once);
    }

    @Test
    void whoIsOldIsForgottenAndANewerOneStays() {
        put("192.0.2.1", at(NOON));
        put("192.0.2.2", at(NOON.plusSeconds(1)));

        table.forgetBefore(NOON.plusSeconds(1));

        assertThat(find("192.0.2.1")).isEmpty();
        assertThat(find("192.0.2.2")).isPresent();
    }

    @Test
    void whoComesLateWithAnOldFailureIsForgottenToo() {
        put("192.0.2.1", at(NOON));
        table.forgetBefore(NOON);
        for (int host = 0; host < 200; host++) {
            put("late " + host, at(NOON.minusSeconds(60)));
        }

        table.forgetBefore(NOON.minusSeconds(30));

        // Those that share the newer one's shard, few by chance, are held up by it.
        assertThat(table.size()).isLessThan(50);
    }

    @Test
    void theEldestComesFirstWhateverShardItStandsIn() {
        for (int host = 0; host < 1_000; host++) {
            put("account " + host, at(NOON.plusSeconds(host)));
        }

        List<String> ids = new ArrayList<>();
        table.windows().forEachRemaining(window -> ids.add(window.id()));

        assertThat(ids).hasSize(1_000).startsWith("account 0", "account 1", "account 2");
        assertThat(ids.get(999)).isEqualTo("account 999");
    }

    @Test
    void nobodyCanAimAtAPlaceBecauseItDependsOnTheSeed() {
        byte[] key = IdKey.of("192.0.2.1");

        long one = new SeededHash(1, 2).of(key, 0, key.length);

        assertThat(new SeededHash(3, 2).of(key, 0, key.length)).isNotEqualTo(one);
        assertThat(new SeededHash(1, 4).of(key, 0, key.length)).isNotEqualTo(one);
        assertThat(new SeededHash(1, 2).of(key, 0, key.length)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, (1L << 61) - 1, Long.MIN_VALUE})
    void neighboursAreSpreadEvenlyWithTheWorstOfSeeds(long seed) {
        SeededHash hash = new SeededHash(seed, 0);
        int[] shards = new int[256];
        for (int host = 0; host < 25_600; host++) {
            byte[] key = IdKey.of("10.0." + (host >>> 8) + "." + (host & 255));
            shards[(int) hash.of(key, 0, key.length) & 255]++;
        }

        assertThat(Arrays.stream(shards).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(50, 160));
    }

    @Test
    void whatANewerOneHeldUpIsForgottenWhenThatIsGone() {
        for (int id = 0; id < 2_000; id++) {
            put("newer " + id, at(NOON.plusSeconds(100)));
        }
        for (int id = 0; id < 2_000; id++) {
            put("older " + id, at(NOON.plusSeconds(50)));
        }
        table.forgetBefore(NOON.plusSeconds(60));
        for (int id = 0; id < 2_000; id++) {
            table.remove(table.key("newer " + id));
        }

        table.forgetBefore(NOON.plusSeconds(90));

        assertThat(table.size()).isZero();
    }
}
