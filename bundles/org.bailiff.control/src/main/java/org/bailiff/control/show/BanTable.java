// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.bailiff.api.Ban;
import org.bailiff.api.action.Proof;
import org.bailiff.text.SafeText;

/** Bans for people, one line each. */
public final class BanTable {
    private static final int MOMENT_WIDTH = "2026-01-01 00:00:00".length();

    private BanTable() {}

    public static void print(List<JailsBan> bans, Times times, PrintWriter out) {
        int widest = widest(bans, ban -> ban.target().toString().length());
        int widestJail = Math.max(4, widest(bans, ban -> ban.jail().length()));
        Table table = new Table(out, widest, widestJail, MOMENT_WIDTH, MOMENT_WIDTH, 5, 8, MOMENT_WIDTH);
        table.row("ADDRESS", "JAIL", "SINCE", "UNTIL", "COUNT", "IN FORCE", "LAST DROPPED", "LEFT");
        bans.forEach(listed -> row(table, listed.ban(), listed.proofs(), times));
    }

    private static int widest(List<JailsBan> bans, ToIntFunction<Ban> width) {
        return bans.stream().map(JailsBan::ban).mapToInt(width).max().orElse(0);
    }

    private static void row(Table table, Ban ban, List<Proof> proofs, Times times) {
        table.row(
                ban.target().toString(),
                SafeText.of(ban.jail()),
                times.moment(ban.since()),
                times.end(ban.until()),
                Integer.toString(ban.count()),
                JailsBan.inForce(proofs),
                JailsBan.lastDropped(proofs).map(times::moment).orElse("-"),
                times.remaining(ban.until()));
    }
}
