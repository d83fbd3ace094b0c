// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.bailiff.api.Caller;

/**
 * Who calls an MBean on this thread: the user of a remote connection, ours or the container's, who has logged in, else whoever calls from within or
 * has attached to the process. Thread-safe.
 */
public final class CurrentCaller implements Supplier<Caller> {
    private final CurrentSubject subject = new CurrentSubject();
    private final Supplier<Caller> local;

    /** @param local who it is if it is nobody from afar */
    public CurrentCaller(Supplier<Caller> local) {
        this.local = local;
    }

    @Override
    public Caller get() {
        return subject.get().flatMap(CurrentCaller::loggedIn).orElseGet(local);
    }

    private static Optional<Caller> loggedIn(Subject subject) {
        return RemoteCaller.in(subject).map(RemoteCaller::caller).or(() -> ContainerUser.in(subject));
    }
}
