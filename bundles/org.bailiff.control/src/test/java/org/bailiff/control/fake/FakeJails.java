// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;

/** The jails of a test, in a daemon that started two hours before {@link FakeJail#NOW}. */
public final class FakeJails implements Jails {
    public String reason = "";

    private final List<Jail> jails;

    public FakeJails(Jail... jails) {
        this.jails = List.of(jails);
    }

    @Override
    public List<Jail> all() {
        return jails;
    }

    @Override
    public Optional<Jail> find(String name) {
        return jails.stream().filter(jail -> jail.name().equals(name)).findFirst();
    }

    @Override
    public DaemonStatus status() {
        return new DaemonStatus(
                reason.isEmpty() ? DaemonStatus.State.RUNNING : DaemonStatus.State.DEGRADED,
                reason,
                "1.2.3",
                FakeJail.NOW.minusSeconds(7260),
                jails.size(),
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                Duration.ZERO);
    }
}
