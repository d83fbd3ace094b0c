// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import org.bailiff.api.jail.IgnoreList;
import org.bailiff.text.SafeText;

/** Whom no jail bans, for people, one line each. */
public final class IgnoreTable {
    private static final int MOMENT_WIDTH = "2026-01-01 00:00:00".length();

    private IgnoreTable() {}

    public static void print(List<IgnoreList.Entry> entries, Times times, PrintWriter out) {
        int widest = entries.stream()
                .mapToInt(entry -> entry.target().toString().length())
                .max()
                .orElse(0);
        int widestName = entries.stream()
                .mapToInt(entry -> SafeText.of(entry.by()).length())
                .max()
                .orElse(0);
        Table table = new Table(out, Math.max(7, widest), MOMENT_WIDTH, MOMENT_WIDTH, Math.max(2, widestName));
        table.row("IGNORED", "SINCE", "UNTIL", "BY", "COMMENT");
        for (IgnoreList.Entry entry : entries) {
            table.row(
                    entry.target().toString(),
                    times.moment(entry.since()),
                    entry.until().map(times::moment).orElse("removed"),
                    SafeText.of(entry.by()),
                    SafeText.of(entry.comment()));
        }
    }
}
