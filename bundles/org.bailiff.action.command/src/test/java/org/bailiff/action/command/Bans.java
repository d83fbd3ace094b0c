// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.text.Network;

/** Bans to try things with. */
final class Bans {
    static final Instant SINCE = Instant.parse("2026-11-26T08:00:00Z");
    static final Duration LENGTH = Duration.ofMinutes(10);

    private Bans() {}

    /** Of {@code 192.0.2.NUMBER}, for ten minutes. */
    static Ban of(int number) {
        return of(number, "Failed password for root from 192.0.2." + number);
    }

    static Ban of(int number, String line) {
        Network target = Network.parse("192.0.2." + number);
        return new Ban(
                Ban.idOf("sshd", target, SINCE),
                "sshd",
                target,
                SINCE,
                Optional.of(SINCE.plus(LENGTH)),
                1,
                BanOrigin.FAILURES,
                "daemon",
                "",
                List.of(new Evidence(SINCE, 1, 3, line)));
    }
}
