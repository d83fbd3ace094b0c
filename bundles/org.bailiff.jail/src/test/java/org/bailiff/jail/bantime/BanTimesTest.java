// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bailiff.api.BanTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanTimesTest {
    private static final int[] PAST_BANS = {0, 1, 2, 3, 5, 8, 20, 30, 100};

    /** Seconds of a ban after 0, 1, 2, 3, 5, 8, 20, 30, 100 past bans, as fail2ban 1.0.2 gave them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "bantime=600 ~ 600 1200 2400 4800 19200 153600 629145600 629145600 629145600",
                "bantime=600; bantime.factor=2 ~ 600 2400 4800 9600 38400 307200 1258291200 1258291200 1258291200",
                "bantime=600; bantime.factor=0.5 ~ 600 600 1200 2400 9600 76800 314572800 314572800 314572800",
                "bantime=7; bantime.factor=1.3 ~ 7 18 36 72 291 2329 9542041 9542041 9542041",
                "bantime=600; bantime.factor=3.0 / 4.2 ~ 600 857 1714 3428 13714 109714 449389714 449389714 449389714",
                "bantime=600; bantime.maxtime=1h ~ 600 1200 2400 3600 3600 3600 3600 3600 3600",
                "bantime=600; bantime.maxtime=1h30m ~ 600 1200 2400 4800 5400 5400 5400 5400 5400",
                "bantime=600; bantime.maxtime=100 ~ 600 100 100 100 100 100 100 100 100",
                "bantime=600; bantime.formula=10; bantime.maxtime=100 ~ 600 100 100 100 100 100 100 100 100",
                "bantime=600; bantime.multipliers=7 5 30 60 ~ 600 3000 18000 36000 36000 36000 36000 36000 36000",
                "bantime=600; bantime.multipliers=1 9 5 ~ 600 5400 3000 3000 3000 3000 3000 3000 3000",
                "bantime=600; bantime.multipliers=3 ~ 600 1800 1800 1800 1800 1800 1800 1800 1800",
                "bantime=600; bantime.factor=3; bantime.multipliers=1 5 30 60"
                        + " ~ 600 9000 54000 108000 108000 108000 108000 108000 108000",
                "bantime=600; bantime.formula=ban.Time+99; bantime.multipliers=1 5 30 60"
                        + " ~ 600 3000 18000 36000 36000 36000 36000 36000 36000",
                "bantime=600; bantime.factor=3; bantime.formula=ban.Time + ban.Count"
                        + " ~ 600 601 602 603 605 608 620 630 700",
                "bantime=600; bantime.factor=3; bantime.formula=ban.Time*banFactor + ban.Count"
                        + " ~ 600 1801 1802 1803 1805 1808 1820 1830 1900",
                "bantime=600; bantime.formula=10 ~ 600 600 600 600 600 600 600 600 600",
                "bantime=600; bantime.formula=-5 ~ 600 600 600 600 600 600 600 600 600",
                "bantime=600; bantime.formula=ban.Time + 0.99 ~ 600 600 600 600 600 600 600 600 600",
                "bantime=600; bantime.formula=ban.Count > 2 ~ 600 600 600 600 600 600 600 600 600",
                "bantime=600; bantime.formula=1/0; bantime.maxtime=50; bantime.rndtime=1000"
                        + " ~ 600 600 600 600 600 600 600 600 600",
                "bantime=600; bantime.formula=2**1000; bantime.maxtime=700 ~ 600 700 700 700 700 700 700 700 700",
                "bantime=-1 ~ -1 -1 -1 -1 -1 -1 -1 -1 -1",
                "bantime=-1; bantime.formula=100; bantime.rndtime=1000 ~ -1 -1 -1 -1 -1 -1 -1 -1 -1",
                "bantime=600; bantime.increment=no; bantime.rndtime=100; bantime.maxtime=10; bantime.formula=5000"
                        + " ~ 600 600 600 600 600 600 600 600 600",
            })
    void bansLastAsLongAsFail2bans(String keys, String seconds) {
        BanTimesFixture fixture = new BanTimesFixture(keys);

        List<Long> expected =
                Arrays.stream(seconds.split(" ")).map(Long::valueOf).toList();
        assertThat(Arrays.stream(PAST_BANS).mapToObj(fixture::seconds)).containsExactlyElementsOf(expected);
    }

    /** fail2ban cannot store these, or gives up. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "bantime.formula=2**1000 ~ 31557600000",
                "bantime.formula=10**10**10 ~ 31557600000",
                "bantime.formula=10**10**10; bantime.maxtime=5w ~ 3024000",
                "bantime.formula=ban.Time * math.exp(1000 * ban.Count); bantime.maxtime=5w ~ 3024000",
                "bantime.multipliers=1 999999999; bantime.factor=1e300; bantime.maxtime=5w ~ 3024000",
                "bantime.multipliers=1 0; bantime.factor=1e306; bantime.maxtime=5w ~ 600",
            })
    void whatIsTooLargeIsMaxTimeOrAThousandYears(String keys, long seconds) {
        assertThat(new BanTimesFixture("bantime=600; " + keys).seconds(1)).isEqualTo(seconds);
    }

    @Test
    void aFormulaThatGoesWrongForOneCountLeavesTheBaseThereOnly() {
        BanTimesFixture fixture = new BanTimesFixture("bantime=600; bantime.formula=ban.Time * 6 / abs(ban.Count - 2)");

        assertThat(List.of(fixture.seconds(1), fixture.seconds(2), fixture.seconds(3)))
                .containsExactly(3600L, 600L, 3600L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bantime.factor=0.001",
                "bantime.factor=3; bantime.maxtime=4w",
                "bantime.multipliers=1 2 4 8 16 32 64",
                "bantime.formula=ban.Time * math.exp(banFactor * float(1 + ban.Count)) / math.exp(banFactor)",
                "bantime.formula=ban.Time * (1 + math.log(ban.Count + 1, 2))",
            })
    void moreBansNeverShortenTheNext(String keys) {
        BanTimesFixture fixture = new BanTimesFixture("bantime=600; " + keys);

        for (int pastBans = 0; pastBans < 1000; pastBans++) {
            assertThat(fixture.seconds(pastBans + 1))
                    .as("%d", pastBans)
                    .isGreaterThanOrEqualTo(fixture.seconds(pastBans));
        }
    }

    /** Even a ban of 1000 years has an end that a calendar knows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 1_000_000, Integer.MAX_VALUE})
    void noCountIsTooLarge(int count) {
        BanTimesFixture fixture =
                new BanTimesFixture("bantime=900y; bantime.factor=1e300; bantime.rndtime=1000y; bantime.maxtime=1000y");

        BanTime time = fixture.banTimes.of(BanTimesFixture.TARGET, count);

        assertThat(time.endFrom(Instant.parse("2026-11-26T08:00:00Z"))).isPresent();
    }

    /** What fail2ban 1.0.2 counts for one failure, seen in its log. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3", "3, 5", "4, 9", "5, 17", "6, 33", "7, 65"})
    void aFailureOfAKnownOffenderWeighsMore(int pastBans, int weight) {
        assertThat(new BanTimesFixture("bantime=600").banTimes.weight(pastBans)).isEqualTo(weight);
        assertThat(new BanTimesFixture("bantime=-1").banTimes.weight(pastBans)).isEqualTo(weight);
        assertThat(new BanTimesFixture("bantime=600; bantime.increment=no").banTimes.weight(pastBans))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 31, 32, 33, 1000, Integer.MAX_VALUE})
    void theHeaviestFailureReachesEveryMaxRetryAndNoMore(int pastBans) {
        assertThat(new BanTimesFixture("bantime=600").banTimes.weight(pastBans)).isEqualTo(16_385);
    }

    @Test
    void bansByOtherJailsCountIfTheKeySaysSo() {
        assertThat(new BanTimesFixture("bantime.overalljails=true").banTimes.overallJails())
                .isTrue();
        assertThat(new BanTimesFixture("bantime=600").banTimes.overallJails()).isFalse();
        assertThat(new BanTimesFixture("bantime.overalljails=true; bantime.increment=no").banTimes.overallJails())
                .isFalse();
    }
}
