// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.api.command.CommandException;
import org.junit.jupiter.api.Test;

class FirewallRequestTest {

    @Test
    void theListsAreForTheCallerUnlessHeIsRoot() throws CommandException {
        assertThat(FirewallRequest.of(List.of(), "alice").user()).isEqualTo("alice");
        assertThat(FirewallRequest.of(List.of(), "root").user()).isEqualTo("bailiff");
        assertThat(FirewallRequest.of(List.of("--user", "carol"), "root").user())
                .isEqualTo("carol");
    }
}
