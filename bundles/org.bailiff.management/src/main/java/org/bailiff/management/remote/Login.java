// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.remote.JMXAuthenticator;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;

/**
 * Lets users in by their passwords. Whoever is refused learns nothing of the reason, and waits as long for an unknown name
 * as for a wrong password. One password is tried at a time: a crowd of guessers gets one core, not all. Thread-safe.
 */
final class Login implements JMXAuthenticator {
    private static final String LOGIN = "login";
    private static final String WRONG = "refused: wrong name or password";
    private static final String TOO_MANY = "refused: too many failed logins within a minute; wait a minute";
    /** Stands for names that are not in the file: one may be a password that was typed in the wrong field. */
    private static final String NOBODY = "unknown user";

    private final Supplier<UserTable> users;
    private final AttemptLimit limit;
    private final Audit audit;
    private final Refusals refusals;
    private final User decoy;

    /**
     * @param audit for those who are let in
     * @param refusals for those who are not
     */
    Login(Supplier<UserTable> users, AttemptLimit limit, Audit audit, Refusals refusals) {
        this.users = users;
        this.limit = limit;
        this.audit = audit;
        this.refusals = refusals;
        int iterations = users.get().all().stream()
                .mapToInt(user -> user.password().iterations())
                .max()
                .orElse(PasswordHash.ITERATIONS);
        this.decoy = new User("decoy", Role.VIEWER, PasswordHash.decoy(iterations));
    }

    /** @throws SecurityException if nobody logs in so; the client is shown its message */
    @Override
    public Subject authenticate(Object credentials) {
        Origin origin = Origin.current();
        if (!(credentials instanceof String[] pair) || pair.length != 2 || pair[0] == null || pair[1] == null) {
            throw refused(NOBODY, origin, "refused: a user name and a password are needed");
        }
        Optional<User> named = users.get().find(pair[0]);
        String name = named.map(User::name).orElse(NOBODY);
        if (!limit.begin(origin.host())) {
            throw refused(name, origin, TOO_MANY);
        }
        if (!matches(named.orElse(decoy), pair[1]) || named.isEmpty()) {
            throw refused(name, origin, WRONG);
        }
        limit.succeeded(origin.host());
        RemoteCaller caller = RemoteCaller.of(named.get(), origin);
        audit.record(
                caller.caller(),
                LOGIN,
                "remote JMX",
                "",
                User.wordOf(named.get().role()),
                "done");
        return new Subject(true, Set.of(caller), Set.of(), Set.of());
    }

    private synchronized boolean matches(User user, String password) {
        return user.password().matches(password.toCharArray());
    }

    private SecurityException refused(String name, Origin origin, String sentence) {
        Caller caller = new Caller(name, RemoteCaller.CHANNEL, Role.VIEWER, origin.toString());
        refusals.record(caller, LOGIN, "remote JMX", sentence);
        return new SecurityException(sentence);
    }
}
