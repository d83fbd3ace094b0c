// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.io.ObjectInputFilter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;
import org.bailiff.api.Role;
import org.bailiff.api.audit.Audit;

/**
 * All who decide whether a client may: the login, the filter of what it sends, the gate before the beans.
 *
 * @param login lets in
 * @param gate lets pass
 * @param refusals puts into the audit trail what was refused
 */
record Doorkeeper(Login login, Gate gate, Refusals refusals) {
    private static final String UNPACK = "unpack";
    private static final String RECEIVE = "receive";

    static Doorkeeper of(Supplier<UserTable> users, Audit audit, InstantSource clock) {
        Refusals refusals = new Refusals(audit, clock);
        CurrentSubject current = new CurrentSubject();
        return new Doorkeeper(
                new Login(users, new AttemptLimit(clock), audit, refusals),
                new Gate(() -> current.get().flatMap(RemoteCaller::in), users, refusals, audit),
                refusals);
    }

    /** For what a user sends; for null, for what somebody sends who has not logged in. */
    ObjectInputFilter filter(Subject subject) {
        Optional<RemoteCaller> user = RemoteCaller.in(subject);
        return new SerialGate(
                subject == null ? SerialGate.CREDENTIALS : SerialGate.CALLS,
                user.map(RemoteCaller::caller),
                (type, sentence) -> refusals.record(
                        user.map(RemoteCaller::caller).orElseGet(Doorkeeper::unknown), UNPACK, type, sentence));
    }

    /** Somebody, a user if that is known, has sent too much; to be called by the thread that serves the connection. */
    void flooded(Optional<Caller> user, String sentence) {
        refusals.record(user.orElseGet(Doorkeeper::unknown), RECEIVE, "remote JMX", sentence);
    }

    private static Caller unknown() {
        return new Caller(
                "unknown user",
                RemoteCaller.CHANNEL,
                Role.VIEWER,
                Origin.current().toString());
    }
}
