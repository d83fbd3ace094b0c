// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.UserPrincipal;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class CallersTest {
    private static final UserPrincipal DAEMON = new User("bailiff");

    private final Callers callers = new Callers(DAEMON);

    @Test
    void rootAndTheDaemonsOwnUserAreAdministrators() {
        assertThat(callers.of(new User("root")).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(callers.of(new User("0")).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(callers.of(DAEMON).role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void whoeverElseTheSocketLetsInIsAnOperator() {
        assertThat(callers.of(new User("alice")).role()).isEqualTo(Role.OPERATOR);
        assertThat(callers.of(new User("alice")).channel()).isEqualTo("socket");
    }

    @Test
    void aUserWithoutANameIsKnownByNumber() {
        assertThat(callers.of(new User("54321")).principal()).isEqualTo("54321");
        assertThat(callers.of(new User("54321")).role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void onlyAdministratorsMaySendWholeDefinitions() {
        assertThat(callers.longestRequest(DAEMON)).isEqualTo(1024 * 1024);
        assertThat(callers.longestRequest(new User("alice"))).isEqualTo(64 * 1024);
    }

    private record User(String getName) implements UserPrincipal {}
}
