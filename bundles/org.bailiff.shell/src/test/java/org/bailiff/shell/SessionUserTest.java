// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class SessionUserTest {
    private final SessionUser user = new SessionUser();

    @Test
    void aUserHasTheHighestOfItsRoles() {
        Subject subject = subject(
                new UserPrincipal("otto"),
                new RolePrincipal("viewer"),
                new RolePrincipal("manager"),
                new RolePrincipal("ssh"));

        assertThat(SessionUser.of(subject)).isEqualTo(new Caller("otto", "shell", Role.OPERATOR));
    }

    @Test
    void anAdministratorOfKarafIsOne() {
        Subject subject = subject(new UserPrincipal("karaf"), new RolePrincipal("admin"), new RolePrincipal("viewer"));

        assertThat(SessionUser.of(subject).role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void aUserWithoutARoleIsRefusedAndToldWhereToGetOne() {
        Subject subject = subject(new UserPrincipal("stray"), new RolePrincipal("ssh"));

        assertThatThrownBy(() -> SessionUser.of(subject))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("'stray' has none of the roles")
                .hasMessageContaining("users.properties");
    }

    @Test
    void theSessionsUserIsTheOneWhoseNameTheThreadWorksIn() {
        Subject subject = subject(new UserPrincipal("vera"), new RolePrincipal("viewer"));

        Caller caller = workingAs(subject, user::get);

        assertThat(caller).isEqualTo(new Caller("vera", "shell", Role.VIEWER));
    }

    @Test
    void withoutUsersTheCallerIsTheOwnerOfTheProcess() {
        assertThat(user.get()).isEqualTo(new Caller(System.getProperty("user.name"), "shell", Role.ADMINISTRATOR));
    }

    /** The way of Karaf, and of Java before 18. From 24 on it does the same as {@code Subject.callAs}. */
    @SuppressWarnings("removal")
    private static Caller workingAs(Subject subject, PrivilegedAction<Caller> action) {
        return Subject.doAs(subject, action);
    }

    private static Subject subject(Principal... principals) {
        return new Subject(true, Set.of(principals), Set.of(), Set.of());
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
