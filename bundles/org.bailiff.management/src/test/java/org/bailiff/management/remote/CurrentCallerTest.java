// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class CurrentCallerTest {
    private static final Caller LOCAL = new Caller("bailiff", "jmx-local", Role.ADMINISTRATOR);

    private final CurrentCaller caller = new CurrentCaller(() -> LOCAL);

    @Test
    void outsideOfAConnectionItIsTheLocalOne() {
        assertThat(caller.get()).isEqualTo(LOCAL);
    }

    @Test
    void inAConnectionItIsTheUserWithRoleAndOrigin() {
        RemoteCaller otto = RemoteCaller.of(Accounts.OTTO, new Origin("::1", 4711));
        Subject subject = new Subject(true, Set.of(otto), Set.of(), Set.of());

        // Deprecated, but it means the same on every Java from 17 to 25.
        @SuppressWarnings("removal")
        Caller inside = Subject.doAs(subject, (PrivilegedAction<Caller>) caller::get);

        assertThat(inside).isEqualTo(new Caller("otto", "jmx-remote", Role.OPERATOR, "[::1]:4711"));
        assertThat(otto.toString()).doesNotContain("PBKDF2");
    }

    @Test
    void inAConnectionOfKarafItIsKarafsUserWithTheHighestOfItsRoles() {
        Subject subject = new Subject(
                true,
                Set.of(new UserPrincipal("max"), new RolePrincipal("viewer"), new RolePrincipal("manager")),
                Set.of(),
                Set.of());

        @SuppressWarnings("removal")
        Caller inside = Subject.doAs(subject, (PrivilegedAction<Caller>) caller::get);

        assertThat(inside).isEqualTo(new Caller("max", "jmx-remote", Role.OPERATOR));
    }

    @Test
    void aUserOfKarafWithoutARoleIsNeverMoreThanAViewer() {
        Subject subject =
                new Subject(true, Set.of(new UserPrincipal("max"), new RolePrincipal("ssh")), Set.of(), Set.of());

        @SuppressWarnings("removal")
        Caller inside = Subject.doAs(subject, (PrivilegedAction<Caller>) caller::get);

        assertThat(inside.role()).isEqualTo(Role.VIEWER);
    }

    /** Named as Karaf's class. */
    private record UserPrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** Named as Karaf's class. */
    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }
}
