// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What a configuration would have done, for people. */
final class ResultText {
    private static final int LONGEST_SENTENCE = 1000;

    private final PrintWriter out;
    private final ReplayTimes times;

    ResultText(PrintWriter out, ReplayTimes times) {
        this.out = out;
        this.times = times;
    }

    void print(Result result, Period period) {
        String beginning = period.hasBeginning() ? "from " + times.moment(period.since()) : "all that there is";
        out.println(safe(result.etc()) + ", " + beginning + " to " + times.moment(period.until()));
        result.problems().forEach(problem -> out.println("  wrong: " + safe(problem)));
        result.jails().forEach(this::print);
        long bans =
                result.jails().stream().mapToLong(jail -> jail.counts().bans()).sum();
        out.println("Together: " + Plural.of(bans, "ban") + " by "
                + Plural.of(result.jails().size(), "jail"));
    }

    private void print(JailResult jail) {
        if (!jail.error().isEmpty()) {
            out.println("Jail " + safe(jail.jail()) + ": cannot be replayed: " + safe(jail.error()));
            return;
        }
        JailResult.Counts counts = jail.counts();
        out.println("Jail " + safe(jail.jail()) + ": " + Plural.of(counts.bans(), "ban") + " of "
                + Plural.of(jail.bansByTarget().size(), "address", "addresses"));
        out.println("  lines read " + counts.lines() + ", matched " + counts.matched() + ", failures "
                + counts.failures() + " from " + Plural.of(counts.addresses(), "address", "addresses")
                + (counts.ignored() > 0 ? ", of ignored ones " + counts.ignored() : ""));
        printBans(jail);
        jail.unread().forEach(sentence -> out.println("  not read: " + safe(sentence)));
        jail.notes().forEach(sentence -> out.println("  note: " + safe(sentence)));
    }

    private void printBans(JailResult jail) {
        Optional<DecidedBan> first = jail.firstBan();
        if (first.isEmpty()) {
            return;
        }
        DecidedBan last = jail.lastBan().orElse(first.get());
        out.println("  first ban " + first.get().target() + " at "
                + times.moment(first.get().since()) + ", last " + last.target() + " at " + times.moment(last.since()));
        out.println("  most often banned:");
        for (Map.Entry<Network, Integer> banned : jail.mostBanned(10)) {
            out.printf("    %6d  %s%n", banned.getValue(), banned.getKey());
        }
    }

    private static String safe(String text) {
        return SafeText.of(text, LONGEST_SENTENCE);
    }
}
