// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Notice;
import org.bailiff.api.action.Proof;
import org.bailiff.text.Network;

/**
 * Notices bans that are carried out, as the system itself shows, and all the same do not keep their target out: the log
 * still tells of it. Then the firewall does not look at the list, or too late. Used by the jail's thread, but for {@link
 * #remark}, which any may ask.
 */
final class IneffectiveBans {
    /** What was under way when the ban came into force may still be told of. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int MOST = 100;

    private final String jail;
    private final Actions actions;
    private final Announcements announcements;
    private final Map<Network, Ban> bans = new LinkedHashMap<>();
    private volatile String remark = "";

    IneffectiveBans(String jail, Actions actions, Announcements announcements) {
        this.jail = jail;
        this.actions = actions;
        this.announcements = announcements;
    }

    /** The log tells of a target that is banned. */
    void seenAgain(Ban ban, Instant when) {
        if (isKnown(ban) || bans.size() >= MOST) {
            return;
        }
        Optional<Instant> confirmed = contradicted(ban, when);
        if (confirmed.isPresent()) {
            bans.put(ban.target(), ban);
            String message =
                    ban.target() + " was seen in the log at " + when + " although it has stood in the list since "
                            + confirmed.get()
                            + ", and no packet of it was dropped: the firewall's rule is missing or stands below"
                            + " one that accepts; 'bailiff doctor', as root, tells which";
            remark = message;
            announcements.noticed(jail, new Notice(Notice.Kind.NOT_ENFORCED, message));
        }
    }

    private boolean isKnown(Ban ban) {
        Ban known = bans.get(ban.target());
        return known != null && known.id().equals(ban.id());
    }

    /** Since when the system has shown the ban that it contradicts; empty if it does not. */
    private Optional<Instant> contradicted(Ban ban, Instant when) {
        return actions.prove(ban.target()).stream()
                .filter(proof -> proof.inForce() && !isProven(proof, ban))
                .flatMap(proof -> proof.confirmed().stream())
                .filter(confirmed -> !when.isBefore(confirmed.plus(MARGIN)))
                .findFirst();
    }

    private static boolean isProven(Proof proof, Ban ban) {
        return proof.lastDropped()
                .filter(dropped -> !dropped.isBefore(ban.since()))
                .isPresent();
    }

    /** Forgets what has ended, and what has turned out to work. */
    void look(Predicate<Ban> isInForce) {
        if (bans.isEmpty()) {
            return;
        }
        bans.values()
                .removeIf(ban -> !isInForce.test(ban)
                        || actions.prove(ban.target()).stream().anyMatch(proof -> isProven(proof, ban)));
        if (bans.isEmpty()) {
            remark = "";
        }
    }

    /** Which ban has no effect; empty if all have, as far as is known. */
    String remark() {
        return remark;
    }
}
