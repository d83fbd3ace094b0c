// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.Optional;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.text.Network;

/** What speaks against a ban by hand. Immutable. */
final class Objections {
    private final String jail;
    private final Thresholds thresholds;

    Objections(String jail, Thresholds thresholds) {
        this.jail = jail;
        this.thresholds = thresholds;
    }

    /** Why the target must not be banned, as a sentence; empty if it may be. */
    Optional<String> to(Network target, Instant now) {
        if (!target.isSingle() && !thresholds.networkBans().isOn()) {
            return Optional.of(target + " is a network, and jail " + jail + " bans single addresses only; '"
                    + NetworkBans.KEY + "' changes that");
        }
        if (!target.isSingle() && !NetworkBans.isBannable(target)) {
            return Optional.of(target + " is not of a size that can be banned: IPv4's is /24, IPv6's /64, e.g. "
                    + NetworkBans.networkOf(target.base()));
        }
        return ignored(target, now).map(reason -> target + " is never banned by jail " + jail + " (" + reason + ")");
    }

    /** Whether nothing but the ignore list can speak against it. */
    boolean mayBeForced(Network target) {
        return target.isSingle() || thresholds.networkBans().isOn() && NetworkBans.isBannable(target);
    }

    private Optional<String> ignored(Network target, Instant now) {
        return thresholds.ignoreList().within(target, now);
    }
}
