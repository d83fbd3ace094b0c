// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.text.Network;

/** Bans for tests. */
final class Bans {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00.250Z");
    static final Instant SINCE = Instant.parse("2026-11-01T12:00:00Z");

    private Bans() {}

    static Ban ban(String address, BanOrigin origin, String reason) {
        Network target = Network.parse(address);
        return new Ban(
                Ban.idOf("sshd", target, SINCE),
                "sshd",
                target,
                SINCE,
                Optional.of(SINCE.plusSeconds(600)),
                2,
                origin,
                "bailiff",
                reason,
                List.of(
                        new Evidence(SINCE, 1, 2, "Failed password for hunter2 from " + address),
                        new Evidence(SINCE, 1, 1, "Failed password for root from " + address)));
    }

    static Ban ban(String address) {
        return ban(address, BanOrigin.FAILURES, "");
    }

    static Decision banned(String address) {
        return new Decision.Banned(NOW, ban(address), false);
    }
}
