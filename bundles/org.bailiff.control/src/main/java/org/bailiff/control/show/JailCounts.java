// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.text.SafeText;

/** State and counts of jails for people, a line each. */
public final class JailCounts {
    private static final int WIDEST = 40;
    private static final int STATE_WIDTH = "SIMULATING".length();
    private static final int COUNT_WIDTH = "FAILED NOW/TOTAL".length();

    private JailCounts() {}

    public static void print(List<JailStatus> jails, PrintWriter out) {
        int widest = jails.stream().mapToInt(jail -> jail.name().length()).max().orElse(0);
        Table table = new Table(out, Math.max(4, Math.min(WIDEST, widest)), STATE_WIDTH, COUNT_WIDTH);
        table.row("JAIL", "STATE", "FAILED NOW/TOTAL", "BANNED NOW/TOTAL");
        for (JailStatus jail : jails) {
            table.row(
                    SafeText.of(jail.name()),
                    jail.state().name(),
                    jail.currentlyFailed() + "/" + jail.totalFailed(),
                    jail.currentlyBanned() + "/" + jail.totalBanned());
        }
    }
}
