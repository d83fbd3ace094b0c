// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.ArrayList;
import java.util.List;
import org.bailiff.api.Ban;
import org.bailiff.api.Evidence;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.jail.Jail;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What jails know of an address, for people. */
public final class ExplanationText {
    private final Discretion discretion;

    /**
     * @param discretion of log text
     */
    public ExplanationText(Discretion discretion) {
        this.discretion = discretion;
    }

    /** What each jail knows, those that ban first; of one that does not answer, that; those that know nothing in one line. */
    public String of(List<Jail> jails, Address address) {
        List<String> banning = new ArrayList<>();
        List<String> knowing = new ArrayList<>();
        List<String> ignorant = new ArrayList<>();
        for (Jail jail : jails) {
            try {
                Explanation explanation = jail.explain(address);
                if (explanation.ban().isPresent()) {
                    banning.add(of(explanation));
                } else if (saysSomething(explanation)) {
                    knowing.add(of(explanation));
                } else {
                    ignorant.add(SafeText.of(jail.name()));
                }
            } catch (IllegalStateException silent) {
                // Told to the caller: the other jails' answers are worth having.
                knowing.add(jail.name() + ": " + SafeText.of(String.valueOf(silent.getMessage())) + "\n");
            }
        }
        banning.addAll(knowing);
        if (!ignorant.isEmpty()) {
            banning.add("no ban, no failure and no ignore list entry of " + address + " in: "
                    + String.join(", ", ignorant) + "\n");
        }
        return String.join("\n", banning);
    }

    private static boolean saysSomething(Explanation explanation) {
        return explanation.pastBans() > 0
                || explanation.failures() > 0
                || explanation.ignored().isPresent()
                || explanation.waiting().isPresent()
                || explanation.enforcement().stream().anyMatch(Proof::inForce);
    }

    /** A line that says it all, and below it what it rests on. */
    private String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.jail())
                .append(": ")
                .append(explanation.target())
                .append(explanation
                        .ban()
                        .map(ban -> banned(ban, explanation.target()))
                        .orElse(" is not banned"))
                .append('\n');
        explanation.ban().ifPresent(ban -> ban.evidence().forEach(evidence -> line(text, evidence, ban.target())));
        explanation.enforcement().forEach(proof -> line(text, of(proof)));
        explanation.ignored().ifPresent(entry -> line(text, "it is ignored, because of " + entry));
        if (explanation.pastBans() > 0) {
            String ended = explanation
                    .lastBanEnded()
                    .map(end -> ", the last until " + BanText.shown(end))
                    .orElse("");
            line(text, "bans before: " + explanation.pastBans() + ended);
        }
        line(
                text,
                "failures that count now: " + explanation.failures() + " of the " + explanation.maxRetry()
                        + " that ban");
        explanation.counted().forEach(evidence -> line(text, evidence, explanation.target()));
        return text.toString();
    }

    /** What is not in the action's own sentence is the moment, to be found again in logs. */
    private static String of(Proof proof) {
        String confirmed = proof.confirmed()
                .map(moment -> "; listed since " + BanText.shown(moment))
                .orElse("");
        String dropped = proof.lastDropped()
                .map(moment -> "; last packet dropped at " + BanText.shown(moment))
                .orElse("");
        return proof.action() + (proof.inForce() ? ": " : ", not in force: ") + proof.sentence() + confirmed + dropped;
    }

    private static String banned(Ban ban, Network asked) {
        String network = ban.target().equals(asked) ? "" : " with its network " + ban.target();
        String end = ban.until().map(until -> " until " + BanText.shown(until)).orElse(" for ever");
        String reason = ban.reason().isEmpty() ? "" : ": " + SafeText.of(ban.reason());
        return " is banned" + network + " since " + BanText.shown(ban.since()) + end + "; ban number " + ban.count()
                + " of it here, by " + SafeText.of(BanText.by(ban)) + reason;
    }

    private void line(StringBuilder text, Evidence evidence, Network target) {
        String attempts = evidence.attempts() == 1 ? "" : ", " + evidence.attempts() + " attempts";
        line(
                text,
                BanText.shown(evidence.time()) + ", regex " + evidence.regex() + attempts + ": "
                        + discretion.line(evidence, target));
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(SafeText.of(line, 2 * SafeText.LINE_LIMIT)).append('\n');
    }
}
