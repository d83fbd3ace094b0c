// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.List;
import java.util.stream.IntStream;
import javax.management.openmbean.TabularData;
import org.bailiff.api.audit.AuditEntry;
import org.bailiff.api.audit.AuditTrail;
import org.bailiff.management.show.TableType.Column;
import org.bailiff.text.SafeText;

/** Who changed what, the newest first. */
public final class AuditTable {
    private static final int ROWS = 100;
    private static final TableType TYPE = new TableType(
            "Change",
            "a change that somebody made, or was refused",
            List.of("number"),
            Column.number("number", "its place, from 0: the newest"),
            Column.text("time", "when, ISO-8601 in UTC"),
            Column.text("principal", "who"),
            Column.text("channel", "through what: socket, jmx-local, jmx-remote, shell, local, daemon or signal"),
            Column.text("from", "from where; empty: the channel does not know"),
            Column.text("what", "the change, a verb"),
            Column.text("subject", "what it is about"),
            Column.text("before", "the value before; empty if that makes no sense"),
            Column.text("after", "the value after; empty if that makes no sense"),
            Column.text("outcome", "done, or the sentence with which it was refused"));

    private AuditTable() {}

    /** A table with one row a change. */
    public static TabularData of(AuditTrail trail, int offset, int limit) {
        Page page = Page.of(offset, limit, ROWS);
        // Files are read for it, so that there is a bound to how far back anybody asks.
        List<AuditEntry> entries = trail.latest(Math.min(Page.MOST, page.offset() + page.rows()));
        return TYPE.of(
                IntStream.range(page.offset(), entries.size()).mapToObj(number -> cells(number, entries.get(number))));
    }

    private static Object[] cells(int number, AuditEntry entry) {
        return new Object[] {
            number,
            entry.time().toString(),
            SafeText.of(entry.caller().principal()),
            SafeText.of(entry.caller().channel()),
            SafeText.of(entry.caller().from()),
            SafeText.of(entry.what()),
            SafeText.of(entry.subject()),
            SafeText.of(entry.before()),
            SafeText.of(entry.after()),
            SafeText.of(entry.outcome())
        };
    }

    /** One line a change, for people. */
    public static String text(AuditTrail trail, int limit) {
        TextTable table = new TextTable("TIME", "WHO", "FROM", "WHAT", "SUBJECT", "BEFORE", "AFTER", "OUTCOME");
        trail.latest(Page.of(0, limit, ROWS).rows())
                .forEach(entry -> table.row(
                        BanText.shown(entry.time()),
                        entry.caller(),
                        entry.caller().from(),
                        entry.what(),
                        entry.subject(),
                        entry.before(),
                        entry.after(),
                        entry.outcome()));
        return table.toString();
    }
}
