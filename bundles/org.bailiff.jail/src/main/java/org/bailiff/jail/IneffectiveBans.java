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
    private final Map<Network, Report> reports = new LinkedHashMap<>();
    private volatile String remark = "";

    /** A ban that has no effect, and when that was last seen. */
    private record Report(Ban ban, Instant seen, String message) {}

    IneffectiveBans(String jail, Actions actions, Announcements announcements) {
        this.jail = jail;
        this.actions = actions;
        this.announcements = announcements;
    }

    /** The log tells of a target that is banned. */
    void seenAgain(Ban ban, Instant when) {
        Report known = reports.get(ban.target());
        boolean isNew = when.isBefore(ban.since().plus(MARGIN));
        if (isNew || known == null && reports.size() >= MOST) {
            return;
        }
        contradicted(ban, when).ifPresent(confirmed -> {
            Report report = new Report(ban, when, message(ban, when, confirmed));
            reports.put(ban.target(), report);
            remark = report.message();
            if (known == null || !known.ban().id().equals(ban.id())) {
                announcements.noticed(jail, new Notice(Notice.Kind.NOT_ENFORCED, report.message()));
            }
        });
    }

    private static String message(Ban ban, Instant when, Instant confirmed) {
        return ban.target() + " was seen in the log at " + when + " although it has stood in the list since "
                + confirmed
                + ", and no packet of it was dropped: the firewall's rule is missing or stands below one that accepts;"
                + " 'bailiff doctor', as root, tells which";
    }

    /** What the log says against the ban of a target; empty if nothing. */
    Optional<String> report(Network target) {
        return Optional.ofNullable(reports.get(target)).map(Report::message);
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

    /** Forgets what has ended, what has turned out to work, and what was not seen again for long. */
    void look(Predicate<Ban> isInForce, Instant now) {
        if (reports.isEmpty()) {
            return;
        }
        reports.values()
                .removeIf(report -> !isInForce.test(report.ban())
                        || report.seen().plus(Proof.LATELY).isBefore(now)
                        || actions.prove(report.ban().target()).stream()
                                .anyMatch(proof -> isProven(proof, report.ban())));
        remark = reports.values().stream().map(Report::message).findFirst().orElse("");
    }

    /** Which ban has no effect; empty if all have, as far as is known. */
    String remark() {
        return remark;
    }
}
