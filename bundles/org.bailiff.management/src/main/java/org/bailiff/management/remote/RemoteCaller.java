// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.security.Principal;
import java.util.Optional;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;

/**
 * Who has logged in.
 *
 * @param user as the file had the user then
 * @param caller the same for whoever carries out what the user asks for
 */
record RemoteCaller(User user, Caller caller) implements Principal {
    static final String CHANNEL = "jmx-remote";

    static RemoteCaller of(User user, Origin origin) {
        return new RemoteCaller(user, new Caller(user.name(), CHANNEL, user.role(), origin.toString()));
    }

    /** The one in whose name something is done; empty if it is nobody who came from afar. */
    static Optional<RemoteCaller> in(Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(RemoteCaller.class).stream().findFirst();
    }

    @Override
    public String getName() {
        return user.name();
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return caller + " " + User.wordOf(user.role());
    }
}
