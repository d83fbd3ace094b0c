// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.Explanation;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What a jail knows of an address, for people: the decision, the lines, the kernel, the counts, and what follows. */
public final class ExplanationText {
    private final PrintWriter out;
    private final Times times;
    private final Labels labels;
    private final BanText bans;

    /**
     * @param caller who reads it, and may see log text or may not
     */
    public ExplanationText(PrintWriter out, Caller caller, Times times) {
        this.out = out;
        this.times = times;
        this.labels = new Labels(out);
        this.bans = new BanText(labels, caller, times);
    }

    /**
     * @param findTime the jail's find time in words
     */
    public void print(Explanation explanation, String findTime) {
        Network asked = explanation.target();
        out.println(SafeText.of(explanation.jail()) + ": " + asked + verdict(explanation));
        explanation.waiting().ifPresent(why -> labels.line("Waits", SafeText.of(why)));
        explanation.ban().ifPresent(ban -> {
            bans.print(ban);
            explanation.enforcement().forEach(new ProofText(labels, times)::print);
        });
        explanation.ignored().ifPresent(entry -> labels.line("Ignored", SafeText.of(entry)));
        labels.line(
                "Counted now",
                explanation.failures() + " of " + explanation.maxRetry() + " failures within " + findTime);
        bans.printLines(explanation.counted(), asked);
        if (explanation.ban().isEmpty()) {
            explanation.enforcement().forEach(new ProofText(labels, times)::print);
        }
        explanation
                .lastBanEnded()
                .ifPresent(ended -> labels.line(
                        "Banned before",
                        times(explanation.pastBans()) + ", the last ban ended " + times.moment(ended)));
        labels.line("Next", next(explanation));
    }

    private static String verdict(Explanation explanation) {
        if (explanation.ban().isEmpty()) {
            return explanation.waiting().isPresent() ? " is to be banned, and the ban waits." : " is not banned.";
        }
        Ban ban = explanation.ban().get();
        return ban.target().equals(explanation.target())
                ? " is banned."
                : " is banned with its network " + ban.target() + ".";
    }

    private static String next(Explanation explanation) {
        String jail = SafeText.of(explanation.jail());
        if (explanation.ban().isPresent()) {
            return "'bailiff unban " + jail + " " + explanation.ban().get().target()
                    + "' lets it in; "
                    + (explanation.ignored().isPresent()
                            ? "it is ignored, and so not banned again."
                            : "'bailiff ignore add " + explanation.target() + "' keeps it from being banned again.");
        }
        if (explanation.waiting().isPresent()) {
            return "it is asked for again every few seconds; 'bailiff ban " + jail + " " + explanation.target()
                    + "' bans it now.";
        }
        if (explanation.ignored().isPresent()) {
            return "it is never banned as long as it is ignored for that.";
        }
        int missing = Math.max(1, explanation.maxRetry() - explanation.failures());
        return missing + (missing == 1 ? " more failure bans it." : " more failures ban it.");
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
