// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.security.Principal;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;

/**
 * Who has logged in at Karaf's JMX server, which has checked what the user may call: the role only says how much of log
 * lines is shown, and the name goes into the audit trail. By the names of Karaf's classes, so that none of them is needed.
 */
final class ContainerUser {
    /** Karaf's roles, as its shell has them too. */
    private static final Map<String, Role> ROLES =
            Map.of("viewer", Role.VIEWER, "manager", Role.OPERATOR, "admin", Role.ADMINISTRATOR);

    private ContainerUser() {}

    /** Empty if nobody of Karaf's users is in it. Whoever has none of the roles is a viewer. */
    static Optional<Caller> in(Subject subject) {
        return principals(subject, "UserPrincipal")
                .findFirst()
                .map(name -> new Caller(name, RemoteCaller.CHANNEL, role(subject)));
    }

    private static Role role(Subject subject) {
        return principals(subject, "RolePrincipal")
                .map(ROLES::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Role.VIEWER);
    }

    private static Stream<String> principals(Subject subject, String type) {
        return subject.getPrincipals().stream()
                .filter(principal -> principal.getClass().getSimpleName().equals(type))
                .map(Principal::getName);
    }
}
