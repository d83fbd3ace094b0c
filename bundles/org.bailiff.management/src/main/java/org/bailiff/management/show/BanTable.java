// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.management.openmbean.TabularData;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Jail;
import org.bailiff.management.show.TableType.Column;
import org.bailiff.text.SafeText;

/** Bans of some jails, for machines. */
public final class BanTable {
    private static final int ROWS = 1000;
    private static final TableType TYPE = new TableType(
            "Ban",
            "a ban in force",
            List.of("jail", "address"),
            Column.text("jail", "the jail's name"),
            Column.text("address", "who is banned"),
            Column.text("since", "when the ban began, ISO-8601 in UTC"),
            Column.text("until", "when it ends; empty: never"),
            Column.number("count", "how often the jail has banned it, this time included"),
            Column.text(
                    "origin",
                    "FAILURES, SIMULATED, MANUAL, NEIGHBOURS (many banned addresses of a network) or ADOPTED (found in the kernel list and taken over)"),
            Column.text("by", "who asked for it"),
            Column.text("reason", "why, in the operator's words"),
            Column.text("id", "the ban's id"),
            Column.flag("inForce", "whether every action of the jail carries it out"),
            Column.text(
                    "lastDropped", "when a packet of it was last dropped, ISO-8601 in UTC; empty: none is known of"));

    private BanTable() {}

    /** A table with one row a ban. */
    public static TabularData of(List<Jail> jails, int offset, int limit) {
        Page page = Page.of(offset, limit, ROWS);
        return TYPE.of(JailsBan.of(jails)
                .skip(page.offset())
                .limit(page.rows())
                .map(listed -> cells(listed.ban(), listed.proofs())));
    }

    private static Object[] cells(Ban ban, List<Proof> proofs) {
        return new Object[] {
            ban.jail(),
            ban.target().toString(),
            ban.since().toString(),
            shown(ban.until()),
            ban.count(),
            ban.origin().name(),
            SafeText.of(ban.by()),
            SafeText.of(ban.reason()),
            ban.id(),
            Proofs.inForce(proofs),
            shown(Proofs.lastDropped(proofs))
        };
    }

    private static String shown(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
