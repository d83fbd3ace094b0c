// SPDX-License-Identifier: Apache-2.0
package org.bailiff.shell;

import java.security.Principal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;

/**
 * Who sits at the session. Karaf runs a command as the user who logged in, with the roles of that user; a bare Gogo knows
 * no users, and whoever reaches it may do all that the process may.
 */
final class SessionUser implements Supplier<Caller> {
    private static final String CHANNEL = "shell";
    /** Karaf's roles, from its {@code etc/users.properties}. */
    private static final Map<String, Role> ROLES =
            Map.of("viewer", Role.VIEWER, "manager", Role.OPERATOR, "admin", Role.ADMINISTRATOR);

    /**
     * @throws SecurityException if the user has none of the roles
     */
    @Override
    public Caller get() {
        return CurrentSubject.get().map(SessionUser::of).orElseGet(SessionUser::owner);
    }

    private static Caller owner() {
        return Caller.ofProcess(CHANNEL);
    }

    /** By the names of Karaf's classes, so that none of them is needed. */
    static Caller of(Subject subject) {
        String name = principals(subject, "UserPrincipal").findFirst().orElse("?");
        Role role = principals(subject, "RolePrincipal")
                .map(ROLES::get)
                .flatMap(known -> Optional.ofNullable(known).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new SecurityException("'" + name
                        + "' has none of the roles viewer, manager and admin; etc/users.properties gives them"));
        return new Caller(name, CHANNEL, role);
    }

    private static Stream<String> principals(Subject subject, String type) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals(type))
                .map(Principal::getName);
    }
}
