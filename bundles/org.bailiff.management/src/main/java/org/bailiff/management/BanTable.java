// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Jail;
import org.bailiff.text.SafeText;

/** Bans of some jails, for machines. */
final class BanTable {
    private static final int ROWS = 1000;
    private static final int MOST = 10_000;

    private static final String[] COLUMNS = {
        "jail", "address", "since", "until", "count", "origin", "by", "reason", "id", "inForce", "lastDropped"
    };
    private static final String[] MEANINGS = {
        "the jail's name",
        "who is banned",
        "when the ban began, ISO-8601 in UTC",
        "when it ends; empty: never",
        "how often the jail has banned it, this time included",
        "FAILURES, MANUAL, NEIGHBOURS (many banned addresses of a network) or ADOPTED (found in the kernel list and taken over)",
        "who asked for it",
        "why, in the operator's words",
        "the ban's id",
        "whether every action of the jail carries it out",
        "when a packet of it was last dropped, ISO-8601 in UTC; empty: none is known of"
    };
    private static final OpenType<?>[] TYPES = {
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.INTEGER,
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.STRING,
        SimpleType.BOOLEAN,
        SimpleType.STRING
    };

    private BanTable() {}

    /** A table with one row a ban. */
    static TabularData of(List<Jail> jails, int offset, int limit) {
        int rows = Arguments.limit(limit, ROWS, MOST);
        int first = Arguments.offset(offset);
        try {
            CompositeType rowType = new CompositeType("Ban", "a ban in force", COLUMNS, MEANINGS, TYPES);
            TabularData table = new TabularDataSupport(
                    new TabularType("Bans", "bans in force", rowType, new String[] {"jail", "address"}));
            for (JailsBan listed : JailsBan.of(jails).skip(first).limit(rows).toList()) {
                table.put(new CompositeDataSupport(rowType, COLUMNS, cells(listed.ban(), listed.proofs())));
            }
            return table;
        } catch (OpenDataException impossible) {
            throw new IllegalStateException("the rows of bans are not of their own type", impossible);
        }
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
