// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.bailiff.api.Ban;
import org.bailiff.api.jail.Jail;
import org.bailiff.text.SafeText;

/** Bans of some jails, as a text for people and as a table for machines. */
final class BanLists {
    private static final int TEXT_ROWS = 100;
    private static final int TABLE_ROWS = 1000;
    private static final int MOST = 10_000;

    private static final String[] COLUMNS = {
        "jail", "address", "since", "until", "count", "origin", "by", "reason", "id"
    };
    private static final String[] MEANINGS = {
        "the jail's name",
        "who is banned",
        "when the ban began, ISO-8601 in UTC",
        "when it ends; empty: never",
        "how often the jail has banned it, this time included",
        "FAILURES, MANUAL or ADOPTED",
        "who asked for it",
        "why, in the operator's words",
        "the ban's id"
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
        SimpleType.STRING
    };

    private BanLists() {}

    /** Aligned lines, and how many bans there are. */
    static String text(List<Jail> jails, int limit) {
        int rows = Arguments.limit(limit, TEXT_ROWS, MOST);
        TextTable table = new TextTable("ADDRESS", "JAIL", "SINCE", "UNTIL", "COUNT", "BY", "REASON");
        bans(jails)
                .limit(rows)
                .forEach(ban -> table.row(
                        ban.target(), ban.jail(), shown(ban.since()), end(ban), ban.count(), ban.by(), ban.reason()));
        long all = jails.stream()
                .mapToLong(jail -> jail.status().currentlyBanned())
                .sum();
        return table + (all > rows ? "bans: " + rows + " of " + all + "; a larger limit shows more" : "bans: " + all);
    }

    /** A table with one row a ban. */
    static TabularData table(List<Jail> jails, int offset, int limit) {
        int rows = Arguments.limit(limit, TABLE_ROWS, MOST);
        int first = Arguments.offset(offset);
        try {
            CompositeType rowType = new CompositeType("Ban", "a ban in force", COLUMNS, MEANINGS, TYPES);
            TabularData table = new TabularDataSupport(
                    new TabularType("Bans", "bans in force", rowType, new String[] {"jail", "address"}));
            for (Ban ban : bans(jails).skip(first).limit(rows).toList()) {
                table.put(new CompositeDataSupport(rowType, COLUMNS, cells(ban)));
            }
            return table;
        } catch (OpenDataException impossible) {
            throw new IllegalStateException("the rows of bans are not of their own type", impossible);
        }
    }

    private static Object[] cells(Ban ban) {
        return new Object[] {
            ban.jail(),
            ban.target().toString(),
            ban.since().toString(),
            ban.until().map(Instant::toString).orElse(""),
            ban.count(),
            ban.origin().name(),
            SafeText.of(ban.by()),
            SafeText.of(ban.reason()),
            ban.id()
        };
    }

    /** Asks one jail after the other, as far as the caller needs. */
    private static Stream<Ban> bans(List<Jail> jails) {
        return jails.stream().flatMap(jail -> jail.bans().stream());
    }

    private static String end(Ban ban) {
        return ban.until().map(BanLists::shown).orElse("never");
    }

    /** Whole seconds, in UTC. */
    static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
