// SPDX-License-Identifier: Apache-2.0
package org.bailiff.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostEntryTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "198.51.100.9/24, 198.51.100.0/24",
        "192.0.2.9/255.255.255.0, 192.0.2.0/24",
        "0.0.0.0/0.0.0.0, 0.0.0.0/0",
        "192.0.2.7/255.255.255.255, 192.0.2.7",
        "2001:DB8::1/64, 2001:db8::/64",
        "2001:db8::1/ffff:ffff::, 2001:db8::/32",
        "office.example.org, office.example.org",
        "localhost, localhost",
        "192.0.2.7@2026-12-01, 192.0.2.7@2026-12-01T00:00:00Z",
        "2001:db8::7@2026-12-01T18:00Z, 2001:db8::7@2026-12-01T18:00:00Z",
        "192.0.2.0/24@2026-12-01T18:00:00+01:00, 192.0.2.0/24@2026-12-01T17:00:00Z",
        "office.example.org@2026-12-01, office.example.org@2026-12-01T00:00:00Z",
    })
    void anEntryHasOneForm(String text, String form) {
        assertThat(HostEntry.parse(text)).hasToString(form);
        assertThat(HostEntry.parse(form)).isEqualTo(HostEntry.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "999.1.1.1",
        "192.0.2",
        "192.0.2.0/33",
        "192.0.2.0/255.0.255.0",
        "192.0.2.0/ffff::",
        "file:/etc/shadow",
        "%(x)s",
        "a/b",
        "-x",
        "''",
        "@2026-12-01",
    })
    void whatIsNoHostIsRefused(String text) {
        assertThatThrownBy(() -> HostEntry.parse(text)).hasMessageContaining("' is neither an address nor a network");
    }

    @ParameterizedTest
    @CsvSource({"soon", "2026-13-01", "2026-12-01T18:00", "2026-12-01@2026-12-02", "''", "2026-12-01T25:00Z"})
    void anExpiryIsADayOrAMomentWithItsZone(String expiry) {
        assertThatThrownBy(() -> HostEntry.parse("192.0.2.7@" + expiry))
                .hasMessageContaining("is not when an entry can expire")
                .hasMessageContaining("2026-12-01T18:00Z");
    }

    @Test
    void itHoldsUntilTheMomentOfItsExpiryAndNotAtIt() {
        HostEntry entry = HostEntry.parse("192.0.2.7@2026-12-01");

        assertThat(entry.holdsAt(Instant.parse("2026-11-30T23:59:59.999Z"))).isTrue();
        assertThat(entry.holdsAt(Instant.parse("2026-12-01T00:00:00Z"))).isFalse();
        assertThat(HostEntry.parse("192.0.2.7").holdsAt(Instant.MAX)).isTrue();
    }
}
