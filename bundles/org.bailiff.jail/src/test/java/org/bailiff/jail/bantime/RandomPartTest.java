// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;

class RandomPartTest {
    private static final Network TARGET = Network.parse("2001:db8::/64");

    private static long seconds(Network target, int count, String seed) {
        Map<String, String> keys = Map.of(
                "bantime", "600", "bantime.increment", "yes", "bantime.rndtime", "10m", "bantime.maxtime", "1000");
        return new BanTimesFixture(keys, seed).banTimes.of(target, count).toSeconds();
    }

    /** A number that must never change: after an upgrade in the middle of a ban it ends when it was to end. */
    @Test
    void theSameBanLastsAsLongInEveryProcess() {
        assertThat(seconds(TARGET, 2, "a seed"))
                .isEqualTo(seconds(TARGET, 2, "a seed"))
                .isEqualTo(1409);
    }

    @Test
    void theFirstBanHasNone() {
        assertThat(seconds(TARGET, 1, "a seed")).isEqualTo(600);
    }

    @Test
    void seedTargetAndCountAllMatter() {
        Set<Long> drawn = Set.of(
                seconds(TARGET, 3, "a seed"),
                seconds(TARGET, 4, "a seed"),
                seconds(TARGET, 3, "another seed"),
                seconds(Network.parse("192.0.2.7"), 3, "a seed"));

        assertThat(drawn).hasSize(4);
    }

    /** Added behind the bound, as fail2ban does; both ends occur. */
    @Test
    void everySecondFromNothingToAllOfItIsAsLikely() {
        RandomPart random = new RandomPart("a seed", 9);

        Map<Long, Long> often = IntStream.range(0, 10_000)
                .mapToObj(count -> random.seconds(TARGET, count))
                .collect(Collectors.groupingBy(second -> second, Collectors.counting()));

        assertThat(often.keySet()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(often.values()).allSatisfy(times -> assertThat(times).isBetween(880L, 1120L));
    }

    @Test
    void itIsAddedAboveMaxTime() {
        assertThat(IntStream.range(2, 200).mapToLong(count -> seconds(TARGET, count, "a seed")))
                .allMatch(seconds -> seconds >= 1000 && seconds <= 1600)
                .anyMatch(seconds -> seconds > 1500);
    }
}
