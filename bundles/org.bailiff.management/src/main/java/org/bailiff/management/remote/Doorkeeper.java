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

    static Doorkeeper of(Supplier<UserTable> users, Audit audit, InstantSource clock) {
        Refusals refusals = new Refusals(audit, clock);
        CurrentSubject current = new CurrentSubject();
        return new Doorkeeper(
                new Login(users, new AttemptLimit(clock), audit, refusals),
                new Gate(() -> current.get().flatMap(RemoteCaller::in), users, refusals),
                refusals);
    }

    /** For what a user sends; for null, for what somebody sends who has not logged in. */
    ObjectInputFilter filter(Subject subject) {
        Optional<RemoteCaller> user = RemoteCaller.in(subject);
        return new SerialGate(
                subject == null ? SerialGate.CREDENTIALS : SerialGate.CALLS,
                type -> refusals.record(
                        user.map(RemoteCaller::caller).orElseGet(Doorkeeper::unknown),
                        UNPACK,
                        type,
                        "refused: an object of this class may not be sent"));
    }

    private static Caller unknown() {
        return new Caller(
                "unknown user",
                RemoteCaller.CHANNEL,
                Role.VIEWER,
                Origin.current().toString());
    }
}
