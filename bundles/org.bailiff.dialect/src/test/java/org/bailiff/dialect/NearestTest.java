// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KEYS = List.of("maxretry", "bantime", "findtime", "ignoreip", "ip");

    @ParameterizedTest
    @CsvSource({
        "maxretri, maxretry",
        "MaxRetry, maxretry",
        "bantim, bantime",
        "bntime, bantime",
        "findtimes, findtime",
        "ignore_ip, ignoreip",
        "iq, ip",
    })
    void aSlipOfThePenIsRecognised(String written, String meant) {
        assertThat(Nearest.to(written, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"banaction", "x", "action", "xyzzy"})
    void whatIsFarFromAllIsNotGuessed(String written) {
        assertThat(Nearest.to(written, KEYS)).isEmpty();
    }
}
