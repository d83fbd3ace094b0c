// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Jail;
import org.bailiff.management.show.JailsBan;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Bans and unbans as callers type them. Thread-safe. */
public final class Wishes {
    private final Supplier<Caller> caller;

    /**
     * @param caller who is calling on this thread
     */
    public Wishes(Supplier<Caller> caller) {
        this.caller = caller;
    }

    /** Bans, and says in a sentence what became of it. */
    String ban(Jail jail, String address, long seconds, String reason) {
        Network target = Arguments.network(address);
        BanRequest request =
                new BanRequest(target, Arguments.banTime(seconds), SafeText.of(Arguments.reason(reason)), false);
        return jail.ban(request, caller.get()).sentence();
    }

    /** Ends the bans of the target, and of those in it, in each of the jails; says in a sentence each what became of it. */
    String unban(List<Jail> jails, String address) {
        Network target = Arguments.network(address);
        List<String> sentences = new ArrayList<>();
        for (Jail jail : jails) {
            List<Network> banned = jail.bans().stream()
                    .map(Ban::target)
                    .filter(target::contains)
                    .toList();
            // A jail that was named says so if it bans nobody there.
            List<Network> asked = banned.isEmpty() && jails.size() == 1 ? List.of(target) : banned;
            asked.forEach(each -> sentences.add(jail.unban(each, caller.get()).sentence()));
        }
        if (sentences.size() > 1 && !target.isSingle()) {
            sentences.add("bans ended in " + target + ": " + sentences.size());
        }
        return sentences.isEmpty() ? "no jail bans " + target + covering(jails, target) : String.join("\n", sentences);
    }

    /** An address without a ban of its own may be kept out all the same. */
    private static String covering(List<Jail> jails, Network target) {
        return JailsBan.of(jails)
                .map(JailsBan::ban)
                .filter(ban -> target.isSingle() && ban.target().contains(target.base()))
                .map(ban -> ", but " + SafeText.of(ban.jail()) + " bans its network " + ban.target())
                .findFirst()
                .orElse("");
    }

    /** Ends all bans of the jails, or says how many there are. */
    String unbanAll(List<Jail> jails, boolean dryRun) {
        return jails.stream()
                .map(jail -> jail.name() + ": " + (dryRun ? bansThatWouldEnd(jail) : endAll(jail)))
                .collect(Collectors.joining("\n"));
    }

    private static String bansThatWouldEnd(Jail jail) {
        return "bans that would end: " + jail.status().currentlyBanned();
    }

    /** A jail that does not answer is not asked again for each of its bans. */
    private String endAll(Jail jail) {
        int ended = 0;
        String problem = "";
        try {
            for (Ban ban : jail.bans()) {
                ended += jail.unban(ban.target(), caller.get()).changed() ? 1 : 0;
            }
        } catch (IllegalStateException silent) {
            // Told to the caller: the other jails' bans end none the less.
            problem = "; then: " + SafeText.of(String.valueOf(silent.getMessage()));
        }
        return "bans ended: " + ended + problem;
    }
}
