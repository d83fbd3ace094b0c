// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.time.Instant;
import java.util.List;
import javax.management.openmbean.TabularData;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.management.show.TableType.Column;
import org.bailiff.text.SafeText;

/** Whom no jail bans. */
public final class IgnoreTable {
    private static final int ROWS = 1000;
    private static final TableType TYPE = new TableType(
            "Entry",
            "an address or network that no jail bans",
            List.of("cidr"),
            Column.text("cidr", "who is never banned: an address or a network"),
            Column.text("comment", "why, in the words of whoever added it"),
            Column.text("since", "when it was added, ISO-8601 in UTC"),
            Column.text("until", "when it ends; empty: never"),
            Column.text("by", "who added it"));

    private IgnoreTable() {}

    /** A table with one row an entry. */
    public static TabularData of(List<IgnoreList.Entry> entries, int offset, int limit) {
        return TYPE.of(Page.of(offset, limit, ROWS).of(entries).stream().map(entry -> new Object[] {
            entry.target().toString(),
            SafeText.of(entry.comment()),
            entry.since().toString(),
            entry.until().map(Instant::toString).orElse(""),
            SafeText.of(entry.by())
        }));
    }

    /** One line an entry, for people. */
    public static String text(List<IgnoreList.Entry> entries, int limit) {
        Page page = Page.of(0, limit, ROWS);
        TextTable table = new TextTable("CIDR", "SINCE", "UNTIL", "BY", "COMMENT");
        page.of(entries)
                .forEach(entry -> table.row(
                        entry.target(),
                        BanText.shown(entry.since()),
                        entry.until().map(BanText::shown).orElse("never"),
                        entry.by(),
                        entry.comment()));
        return table + page.footer("entries", entries.size());
    }
}
