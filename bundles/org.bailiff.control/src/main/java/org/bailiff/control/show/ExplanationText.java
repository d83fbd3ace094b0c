// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.jail.Explanation;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What a jail knows of an address, for people: the decision, the lines, the counts, the kernel, and what follows. */
public final class ExplanationText {
    private final PrintWriter out;
    private final Caller caller;
    private final Times times;

    /**
     * @param caller who reads it, and may see log text or may not
     */
    public ExplanationText(PrintWriter out, Caller caller, Times times) {
        this.out = out;
        this.caller = caller;
        this.times = times;
    }

    /**
     * @param findTime the jail's find time in words
     */
    public void print(Explanation explanation, String findTime) {
        Network asked = explanation.target();
        out.println(SafeText.of(explanation.jail()) + ": " + asked
                + explanation.ban().map(ban -> banned(ban, asked)).orElse(" is not banned."));
        explanation.ban().ifPresent(this::print);
        out.println("  Counted now: " + explanation.failures() + " of " + explanation.maxRetry() + " failures within "
                + findTime);
        printLines(explanation.counted(), asked);
        explanation
                .lastBanEnded()
                .ifPresent(ended -> out.println("  Banned before: " + times(explanation.pastBans())
                        + ", the last ban ended " + times.moment(ended)));
        explanation.ignored().ifPresent(entry -> out.println("  Ignored: " + SafeText.of(entry)));
        explanation.enforcement().forEach(new ProofText(out, times)::print);
        out.println("  Next: " + next(explanation));
    }

    private static String banned(Ban ban, Network asked) {
        return ban.target().equals(asked) ? " is banned." : " is banned with its network " + ban.target() + ".";
    }

    private void print(Ban ban) {
        out.println("  Since: " + times.moment(ban.since()) + ", for the " + ordinal(ban.count()) + " time");
        out.println("  Until: " + times.end(ban.until())
                + ban.until()
                        .map(end -> " (" + times.remaining(ban.until()) + ")")
                        .orElse(""));
        origin(ban)
                .ifPresent(origin -> out.println(
                        "  By: " + origin + (ban.reason().isEmpty() ? "" : ": " + SafeText.of(ban.reason()))));
        if (!ban.evidence().isEmpty()) {
            out.println("  Because of:");
            printLines(ban.evidence(), ban.target());
        }
    }

    /** Who or what led to it; empty if lines of a log did, which speak for themselves. */
    private static Optional<String> origin(Ban ban) {
        return switch (ban.origin()) {
            case FAILURES -> Optional.empty();
            case SIMULATED -> Optional.of("simulation, so nobody is kept out");
            case MANUAL -> Optional.of(SafeText.of(ban.by()));
            case NEIGHBOURS -> Optional.of("the daemon");
            case ADOPTED -> Optional.of("somebody else, who put it into the kernel list; taken over from there");
        };
    }

    private void printLines(List<Evidence> lines, Network target) {
        for (Evidence failure : lines) {
            String attempts = failure.attempts() == 1 ? "" : ", " + failure.attempts() + " attempts";
            out.println("    " + times.moment(failure.time()) + " (regex " + failure.regex() + attempts + ") "
                    + LogText.of(failure, target, caller));
        }
    }

    private static String next(Explanation explanation) {
        if (explanation.ban().isPresent()) {
            return "'bailiff unban " + SafeText.of(explanation.jail()) + " "
                    + explanation.ban().get().target()
                    + "' lets it in; an entry in ignoreip keeps it from being banned again.";
        }
        if (explanation.ignored().isPresent()) {
            return "it is never banned as long as that entry of the ignore list stands.";
        }
        int missing = Math.max(1, explanation.maxRetry() - explanation.failures());
        return missing + (missing == 1 ? " more failure bans it." : " more failures ban it.");
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        int last = teen ? 0 : number % 10;
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }
}
