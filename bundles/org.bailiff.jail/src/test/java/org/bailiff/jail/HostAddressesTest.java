// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bailiff.text.Address;
import org.junit.jupiter.api.Test;

class HostAddressesTest {
    private final HostAddresses host = new HostAddresses(() -> Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void theHostHasItsLoopbackAddressAndBroadcastsToNoneOfItsOwn() {
        assertThat(host.all()).contains(Address.parse("127.0.0.1"));
        assertThat(host.broadcasts()).doesNotContainAnyElementsOf(host.all());
    }
}
