// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.Jail;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** What a jail has banned of a network, for people. */
public final class NetworkText {
    private static final int MOST = 20;

    private final PrintWriter out;
    private final Times times;
    private final Labels labels;
    private final BanText bans;

    /**
     * @param caller who reads it, and may see log text or may not
     */
    public NetworkText(PrintWriter out, Caller caller, Times times) {
        this.out = out;
        this.times = times;
        this.labels = new Labels(out);
        this.bans = new BanText(labels, caller, times);
    }

    /**
     * @param overlapping the jail's bans that have an address in common with the network; at least one
     */
    public void print(Jail jail, Network network, List<Ban> overlapping) {
        Optional<Ban> whole = overlapping.stream()
                .filter(ban ->
                        ban.target().contains(network.base()) && ban.target().prefixLength() <= network.prefixLength())
                .findFirst();
        out.println(SafeText.of(jail.name()) + ": " + network
                + whole.map(ban -> verdict(ban, network)).orElse(" is not banned as a whole."));
        whole.ifPresent(ban -> {
            bans.print(ban);
            jail.prove(ban.target()).forEach(new ProofText(labels, times)::print);
        });
        List<Ban> within = overlapping.stream()
                .filter(ban -> whole.filter(ban::equals).isEmpty())
                .toList();
        labels.line(
                "Banned in it",
                within.isEmpty()
                        ? "nobody by a ban of its own"
                        : within.size() + (within.size() == 1 ? " target" : " targets"));
        within.stream().limit(MOST).forEach(this::printWithin);
        if (within.size() > MOST) {
            labels.detail("and " + (within.size() - MOST) + " more: 'bailiff banned " + network + "'");
        }
        labels.line("Next", next(jail, whole, within));
    }

    private static String verdict(Ban ban, Network network) {
        return ban.target().equals(network) ? " is banned." : " is banned with its network " + ban.target() + ".";
    }

    private void printWithin(Ban ban) {
        labels.detail(ban.target() + ", until " + times.end(ban.until()));
    }

    private static String next(Jail jail, Optional<Ban> whole, List<Ban> within) {
        return whole.map(ban -> "'bailiff unban " + SafeText.of(jail.name()) + " " + ban.target()
                        + "' lets the network in, but for those with a ban of their own.")
                .orElseGet(() -> "'bailiff why " + within.get(0).target() + "' says what led to the first of them.");
    }
}
