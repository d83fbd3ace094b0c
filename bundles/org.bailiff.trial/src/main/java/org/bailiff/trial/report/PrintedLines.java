// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.report;

import java.io.PrintWriter;
import org.bailiff.text.SafeText;

/** Shows lines of one kind as they come, as many as were asked for. Used by one thread. */
final class PrintedLines {
    /** As many as fail2ban-regex shows unasked. */
    private static final int MOST = 20;

    private final String kind;
    private final long limit;
    private final PrintWriter out;
    private long count;

    /**
     * @param kind missed, matched or ignored
     * @param wish what was asked for
     */
    PrintedLines(String kind, Wish wish, PrintWriter out) {
        this.kind = kind;
        this.limit = wish == Wish.ALL ? Long.MAX_VALUE : wish == Wish.SOME ? MOST : 0;
        this.out = out;
    }

    /** How many are to be shown. */
    enum Wish {
        NONE,
        SOME,
        ALL
    }

    void take(long number, String line) {
        count++;
        if (count <= limit) {
            out.println(kind + " line " + number + ": " + SafeText.of(line));
        }
    }

    /** Says how many were not shown. */
    void end() {
        if (limit > 0 && count > limit) {
            out.println((count - limit) + " more " + kind + " lines; --print-all-" + kind + " shows them");
        }
    }
}
