// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void whatIsNotAskedForIsLeftToTheScript() throws CommandException {
        FirewallRequest request = FirewallRequest.of(List.of(), "alice");

        assertThat(request.host()).isEqualTo(HostFirewall.AUTO);
        assertThat(request.backend()).isEqualTo(Backend.AUTO);
        assertThat(request.wishes()).isEmpty();
    }

    @Test
    void aWrongValueAndAMissingOneAreRefused() {
        assertThatThrownBy(() -> FirewallRequest.of(List.of("--host", "pf"), "alice"))
                .isInstanceOf(CommandException.class)
                .hasMessage("--host does not know 'pf'");
        assertThatThrownBy(() -> FirewallRequest.of(List.of("--user"), "alice"))
                .isInstanceOf(CommandException.class)
                .hasMessage("--user needs a value");
    }
}
