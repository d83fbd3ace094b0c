// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanRateTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final BanRate rate = new BanRate();

    @Test
    void soManyBansAreAllowedWithinTheTimeAndOneMoreWhenTheFirstIsOld() {
        BanRate.Limit limit = BanRate.Limit.parse("2/10m");

        assertThat(rate.allows(limit, NOON)).isTrue();
        assertThat(rate.allows(limit, NOON.plusSeconds(300))).isTrue();
        assertThat(rate.allows(limit, NOON.plusSeconds(600))).isFalse();
        assertThat(rate.allows(limit, NOON.plusSeconds(601))).isTrue();
    }

    @Test
    void bansOfJailsWithoutALimitCountForThoseWithOne() {
        rate.allows(BanRate.Limit.NONE, NOON);

        assertThat(rate.allows(BanRate.Limit.parse("1/h"), NOON)).isFalse();
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() {
        BanRate.Limit limit = BanRate.Limit.parse("1/1h");
        rate.allows(limit, NOON);

        assertThat(rate.allows(limit, NOON.minusSeconds(7200))).isTrue();
    }

    @Test
    void manyBansAreCountedOnlyAsFarBackAsTheLimitAsks() {
        for (int ban = 0; ban < 200_000; ban++) {
            rate.allows(BanRate.Limit.NONE, NOON.plusMillis(ban));
        }
        Instant now = NOON.plusSeconds(200);

        assertThat(rate.allows(BanRate.Limit.parse("1001/1s"), now)).isTrue();
        assertThat(rate.allows(BanRate.Limit.parse("1001/1s"), now)).isFalse();
        assertThat(rate.allows(BanRate.Limit.parse("99999/1d"), now)).isFalse();
        assertThat(rate.allows(BanRate.Limit.parse("99999/1d"), NOON.plusSeconds(2 * 86_400)))
                .isTrue();
    }

    @Test
    void theFormIsANumberAndATime() {
        assertThat(BanRate.Limit.parse("no").isSet()).isFalse();
        assertThat(BanRate.Limit.parse("100 / 10m")).isEqualTo(new BanRate.Limit(100, Duration.ofMinutes(10)));
        assertThat(BanRate.Limit.parse("5/60")).isEqualTo(new BanRate.Limit(5, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0/1m", "5/0", "5/2d", "100000/1m", "many/1m", "-1/1m", "1/"})
    void anythingElseIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> BanRate.Limit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100/10m");
    }
}
