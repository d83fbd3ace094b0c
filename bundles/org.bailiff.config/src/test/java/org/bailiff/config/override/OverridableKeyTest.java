// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridableKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bantime|1h 30m|1h 30m",
                "bantime|-1|-1",
                "findtime|600|600",
                "maxretry|3|3",
                "enabled|yes|true",
                "enabled|FALSE|false",
                "ignoreip|192.0.2.7, 198.51.100.9/24  2001:DB8::1/64|192.0.2.7 198.51.100.0/24 2001:db8::/64",
                "ignoreip|office.example.org|office.example.org",
                "ignoreip|192.0.2.9/255.255.255.0,198.51.100.7@2026-12-01|192.0.2.0/24 198.51.100.7@2026-12-01T00:00:00Z",
                "ignoreip|''|''",
            })
    void aRightValueIsKeptInOneForm(String key, String value, String kept) {
        assertThat(OverridableKey.of(key).checked(value)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bantime|0|bantime: a ban lasts longer than nothing; -1 is for ever",
                "bantime|-7|bantime: '-7' is less than nothing; -1 alone is for ever",
                "bantime|-1m|bantime: '-1m' is less than nothing; -1 alone is for ever",
                "bantime|soon|bantime: 'soon' is not a time; e.g. 600, 10m, 1h30m, 1d12h or 1w",
                "findtime|-1|findtime: find time is longer than nothing; e.g. 10m",
                "maxretry|10001|maxretry: '10001' is not a whole number from 1 to 10000",
                "maxretry|0|maxretry: '0' is not a whole number from 1 to 10000",
                "maxretry|3 ; x|maxretry: '3 ; x' is not a whole number from 1 to 10000",
                "maxretry|''|maxretry: '' is not a whole number from 1 to 10000",
                "enabled|perhaps|enabled: 'perhaps' is neither true nor false",
                "ignoreip|999.1.1.1|ignoreip: '999.1.1.1' is neither an address nor a network nor a name; e.g. 192.0.2.7,"
                        + " 192.0.2.0/24, 2001:db8::/64 or office.example.org",
                "ignoreip|file:/etc/shadow|ignoreip: 'file:/etc/shadow' is neither an address nor a network nor a name;"
                        + " e.g. 192.0.2.7, 192.0.2.0/24, 2001:db8::/64 or office.example.org",
                "ignoreip|file:x@2026-12-01|ignoreip: 'file:x' is neither an address nor a network nor a name; e.g."
                        + " 192.0.2.7, 192.0.2.0/24, 2001:db8::/64 or office.example.org",
                "ignoreip|%(x)s|ignoreip: '%(x)s' is neither an address nor a network nor a name; e.g. 192.0.2.7,"
                        + " 192.0.2.0/24, 2001:db8::/64 or office.example.org",
                "ignoreip|192.0.2.7@soon|ignoreip: 'soon' is not when an entry can expire; it is a day, e.g. 2026-12-01"
                        + " (with whose beginning in UTC it does), or a moment with its zone, e.g. 2026-12-01T18:00Z",
            })
    void aWrongValueIsRefusedWithASentence(String key, String value, String sentence) {
        assertThatThrownBy(() -> OverridableKey.of(key).checked(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"logpath", "action", "filter", "failregex", "config.error", "''"})
    void noPathPatternOrCommandCanBeChanged(String key) {
        assertThatThrownBy(() -> OverridableKey.of(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "(bantime, findtime, maxretry, ignoreip, simulate, enabled, paused); change it in the files and reload");
    }

    @Test
    void aSlipOfThePenIsRecognised() {
        assertThatThrownBy(() -> OverridableKey.of("maxretri")).hasMessageEndingWith("; did you mean maxretry?");
    }

    @ParameterizedTest
    @CsvSource({"'600\n[other]\nmaxretry = 1'", "'600 ; comment\u0000'"})
    void aValueCannotSmuggleALineIn(String value) {
        for (OverridableKey key : OverridableKey.values()) {
            assertThatThrownBy(() -> key.checked(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
