// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanTimesReaderTest {
    @Test
    void nothingSetIsTenMinutesEachTime() {
        BanTimesFixture fixture = new BanTimesFixture(Map.of(), "a seed");

        assertThat(fixture.problems()).isEmpty();
        assertThat(fixture.seconds(0)).isEqualTo(600);
        assertThat(fixture.seconds(9)).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bantime=10m",
                "bantime=-1; bantime.rndtime=; bantime.maxtime=; bantime.formula=; bantime.multipliers=; bantime.factor=",
                "bantime.rndtime=0",
                "bantime.rndtime=5m; bantime.maxtime=5w",
                "bantime.multipliers=1 3 9 20 50 400",
                "bantime.multipliers=1, 1.5, 2",
                "bantime.formula=ban.Time * math.exp(banFactor * float(1 + ban.Count)) / math.exp(banFactor)",
                "bantime.formula=ban.Time *\n  ban.Count",
                "bantime.overalljails=on",
            })
    void whatIsRightHasNoProblem(String keys) {
        assertThat(new BanTimesFixture(keys).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "bantime=0 ~ error: bantime: a ban of no time bans nobody; e.g. 10m, or -1 for ever",
                "bantime=soon ~ error: bantime: 'soon' is not a time",
                "bantime.increment=enabled ~ error: bantime.increment: 'enabled' is neither yes nor no",
                "bantime.overalljails=some ~ error: bantime.overalljails: 'some' is neither yes nor no",
                "bantime.factor=0 ~ error: bantime.factor: '0' is not a number above zero; e.g. 1, 0.5",
                "bantime.factor=-2 ~ error: bantime.factor: '-2' is not a number above zero",
                "bantime.factor=1e999 ~ error: bantime.factor: '1e999' is not a number above zero",
                "bantime.factor=1/0 ~ error: bantime.factor: there is no such number: a division by zero",
                "bantime.factor=ban.Count ~ error: bantime.factor: the formula cannot be read at character 1",
                "bantime.multipliers=1 x ~ error: bantime.multipliers: 'x' is not a number of up to nine digits",
                "bantime.multipliers=1 -2 ~ error: bantime.multipliers: '-2' is not a number of up to nine digits",
                "bantime.maxtime=0 ~ error: bantime.maxtime: '0' is not longer than nothing; e.g. 5w",
                "bantime.maxtime=-1 ~ error: bantime.maxtime: '-1' is not longer than nothing",
                "bantime.maxtime=long ~ error: bantime.maxtime: 'long' is not a time",
                "bantime.maxtime=5m ~ warning: bantime.maxtime: it is less than bantime",
                "bantime.rndtime=-100 ~ error: bantime.rndtime: '-100' is negative; e.g. 0 or 5m",
                "bantime.formula=ban.Foo ~ error: bantime.formula: the formula cannot be read at character 1",
                "bantime.formula=100 // (ban.Count - 100) ~ warning: bantime.formula: the formula goes wrong when"
                        + " ban.Count is 100: a division by zero; such a ban lasts bantime",
                "bantime.formula=1 << 1000000 ~ warning: bantime.formula: the formula is too large already when"
                        + " ban.Count is 1",
                "bantime.formula=2**100 ~ warning: bantime.formula: the formula is too large already",
                "bantime.formula=9; bantime.multipliers=1 2 ~ warning: bantime.formula: it has no effect, because"
                        + " bantime.multipliers is set",
                "bantime.formula=ban.Time * 2; bantime.factor=3 ~ warning: bantime.factor: it has no effect",
            })
    void whatIsWrongIsToldOnceWithItsPlace(String keys, String message) {
        assertThat(new BanTimesFixture(keys).problems())
                .singleElement()
                .asString()
                .startsWith("jail.local:7: " + message);
    }

    /** A file in which increment is off for a while is still checked. */
    @Test
    void keysWithoutEffectAreCheckedAsWell() {
        assertThat(new BanTimesFixture("bantime.increment=no; bantime.formula=1 +").problems())
                .singleElement()
                .asString()
                .contains("at its end: a value is expected");
    }

    @Test
    void aFormulaThatCannotBeReadLeavesTheUsualOne() {
        assertThat(new BanTimesFixture("bantime=600; bantime.formula=1 +").seconds(2))
                .isEqualTo(2400);
    }
}
