// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.jail.DaemonStatus;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;

/** Jails as a test names them. */
record FakeJails(List<Jail> all) implements Jails {

    @Override
    public Optional<Jail> find(String name) {
        return all.stream().filter(jail -> jail.name().equals(name)).findFirst();
    }

    @Override
    public DaemonStatus status() {
        return new DaemonStatus(
                DaemonStatus.State.DEGRADED,
                "<html>jail sshd waits",
                "0.1.0",
                FakeJail.NOW.minusSeconds(3600),
                all.size(),
                1,
                2,
                3,
                4,
                5,
                6,
                Duration.ofNanos(1_500_000),
                Duration.ofMillis(9));
    }
}
