// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.control.dispatch.Request;

/**
 * Says who a caller is, by the user that the kernel vouches for. root and the daemon's own user are administrators; any
 * other whom the socket's mode lets in is an operator.
 */
public final class Callers {
    /** What a caller on the socket comes through. */
    public static final String CHANNEL = "socket";

    /** The JDK gives a user by name, or by number where the system knows no name. */
    private static final Set<String> ROOT = Set.of("root", "0");

    private final UserPrincipal daemon;

    /**
     * @param daemon the daemon's own user
     */
    public Callers(UserPrincipal daemon) {
        this.daemon = daemon;
    }

    Caller of(UserPrincipal user) {
        boolean administrator = user.equals(daemon) || ROOT.contains(user.getName());
        return new Caller(user.getName(), CHANNEL, administrator ? Role.ADMINISTRATOR : Role.OPERATOR);
    }

    /**
     * How many bytes a user's request may have. Only root and the daemon's user, who could do worse, may fill memory before
     * it is known what for.
     */
    int longestRequest(UserPrincipal user) {
        return of(user).isAdministrator() ? Request.LIMIT_OF_ADMINISTRATORS : Request.LIMIT;
    }
}
