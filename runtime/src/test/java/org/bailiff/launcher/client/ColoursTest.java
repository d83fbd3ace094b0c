// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {

    @Test
    void theDecisionStandsOut() {
        assertThat(Colours.paint("sshd: 192.0.2.7 is banned."))
                .isEqualTo("\u001b[1;31msshd: 192.0.2.7 is banned.\u001b[0m");
        assertThat(Colours.paint("sshd: 192.0.2.7 is not banned.")).startsWith("\u001b[1;32m");
        assertThat(Colours.paint("sshd: 192.0.2.7 is to be banned, and the ban waits."))
                .startsWith("\u001b[1;33m");
    }

    @Test
    void labelsAreColouredAndWhatIsSaidToThemIsNot() {
        assertThat(Colours.paint("  Until:         for ever"))
                .isEqualTo("  \u001b[36mUntil:\u001b[0m         for ever");
        assertThat(Colours.paint("|- Count: 1 of 5")).isEqualTo("|- \u001b[36mCount:\u001b[0m 1 of 5");
        assertThat(Colours.paint("`- Verdict: it counts")).endsWith("\u001b[1m it counts\u001b[0m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "    2026-11-23 01:58:50 (regex 3) x: 192.0.2.7 is banned.",
                "    # Nov 23 sshd: 192.0.2.7 is banned.",
                "maxretry = 3",
                "Reloaded. Nothing has changed."
            })
    void whatALogMaySayStaysAsItIs(String line) {
        assertThat(Colours.paint(line)).isEqualTo(line);
    }
}
