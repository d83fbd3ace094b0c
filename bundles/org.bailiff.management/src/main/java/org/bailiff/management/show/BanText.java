// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Jail;

/** Bans of some jails, for people. */
public final class BanText {
    private static final int ROWS = 100;

    private BanText() {}

    /** Aligned lines, and how many bans there are. */
    public static String of(List<Jail> jails, int limit) {
        Page page = Page.of(0, limit, ROWS);
        TextTable table =
                new TextTable("ADDRESS", "JAIL", "SINCE", "UNTIL", "COUNT", "IN FORCE", "LAST DROPPED", "BY", "REASON");
        JailsBan.of(jails).limit(page.rows()).forEach(listed -> row(table, listed.ban(), listed.proofs()));
        long all = jails.stream()
                .mapToLong(jail -> jail.status().currentlyBanned())
                .sum();
        return table + page.footer("bans", all);
    }

    private static void row(TextTable table, Ban ban, List<Proof> proofs) {
        table.row(
                ban.target(),
                ban.jail(),
                shown(ban.since()),
                ban.until().map(BanText::shown).orElse("never"),
                ban.count(),
                Proofs.word(proofs),
                Proofs.lastDropped(proofs).map(BanText::shown).orElse("-"),
                by(ban),
                ban.reason());
    }

    /** Who asked for the ban, or what led to it. */
    public static String by(Ban ban) {
        return switch (ban.origin()) {
            case FAILURES, MANUAL -> ban.by();
            case SIMULATED -> "simulation";
            case NEIGHBOURS -> "banned neighbours";
            case ADOPTED -> "an entry of others";
        };
    }

    /** Whole seconds, in UTC. */
    public static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
