// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code unban}: lets addresses or networks in again by hand, and forgets their failures. */
@Component
public final class UnbanVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(UnbanVerb.class, "unban");

    private final Jails jails;

    @Activate
    public UnbanVerb(@Reference Jails jails) {
        this.jails = jails;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of("--all"), Set.of());
        List<String> words = arguments.words(0, Integer.MAX_VALUE);
        boolean jailNamed = !words.isEmpty() && Network.tryParse(words.get(0)).isEmpty();
        List<Jail> chosen = jailNamed ? List.of(choice().namedInsteadOfAddress(words.get(0))) : enabled();
        List<Network> targets = Targets.parse(words.subList(jailNamed ? 1 : 0, words.size()));
        if (arguments.has("--all") != targets.isEmpty()) {
            throw Arguments.misused("Name addresses or networks, or say --all.");
        }
        return targets.isEmpty() ? unbanAll(chosen, call) : unban(chosen, targets, jailNamed, call);
    }

    private JailChoice choice() {
        return new JailChoice(jails);
    }

    private List<Jail> enabled() {
        return jails.all().stream()
                .filter(jail -> jail.status().state() != JailState.DISABLED)
                .toList();
    }

    /** A jail that was named answers in any case, one that was not only if it let the target in. */
    private static ExitCode unban(List<Jail> chosen, List<Network> targets, boolean named, CommandCall call)
            throws IOException {
        Results results = new Results(call);
        for (Network target : targets) {
            int told = results.count();
            int inside = 0;
            for (Jail jail : chosen) {
                int ended = unbanInside(jail, target, results, call);
                unban(jail, target, named && ended == 0, results, call);
                inside += ended;
            }
            tell(chosen, target, results.count() > told, inside, call);
        }
        return results.finish();
    }

    private static void tell(List<Jail> chosen, Network target, boolean told, int inside, CommandCall call) {
        if (call.json()) {
            return;
        }
        if (!told) {
            call.out().println(notBanned(chosen, target));
        } else if (inside > 0) {
            call.out().println(counted(inside) + " inside " + target + " ended.");
        }
    }

    private static String counted(int bans) {
        return bans + (bans == 1 ? " ban" : " bans");
    }

    /** Who lets a network in means those in it too, who are banned one by one. Returns how many bans ended. */
    private static int unbanInside(Jail jail, Network network, Results results, CommandCall call) {
        if (network.isSingle()) {
            return 0;
        }
        int ended = 0;
        try {
            for (Ban ban : jail.bans()) {
                if (!ban.target().equals(network) && network.contains(ban.target())) {
                    ended += unban(jail, ban.target(), false, results, call) ? 1 : 0;
                }
            }
        } catch (IllegalStateException refusal) {
            // The jail is asked for the network itself next, and its refusal told then.
            return ended;
        }
        return ended;
    }

    /** Returns whether a ban ended. */
    private static boolean unban(Jail jail, Network target, boolean named, Results results, CommandCall call) {
        try {
            BanReport report = jail.unban(target, call.caller());
            if (named || report.changed()) {
                results.add(jail, target, report);
            }
            return report.changed();
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            // The message is a sentence for the caller; the other jails have their own answers.
            results.refused(jail, target, refusal);
            return false;
        }
    }

    /** An address without a ban of its own may be kept out all the same, with its network. */
    private static String notBanned(List<Jail> chosen, Network target) {
        List<Jail> asked = target.isSingle() ? chosen : List.of();
        return asked.stream()
                .map(jail -> jail.explain(target.base()).ban())
                .flatMap(Optional::stream)
                .map(ban -> target + " has no ban of its own; " + SafeText.of(ban.jail()) + " bans its network "
                        + ban.target() + ".")
                .findFirst()
                .orElse(target + " is banned in no jail.");
    }

    private static ExitCode unbanAll(List<Jail> chosen, CommandCall call) throws IOException {
        int ended = 0;
        ExitCode exitCode = ExitCode.OK;
        for (Jail jail : chosen) {
            try {
                ended += unbanAll(jail, call);
            } catch (IllegalStateException refusal) {
                // The message is a sentence for the caller; the other jails' bans end all the same.
                call.err().println(SafeText.of(refusal.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        Outcome.print(call, counted(ended) + " ended.", "ended", ended);
        return exitCode;
    }

    private static int unbanAll(Jail jail, CommandCall call) {
        int ended = 0;
        for (Ban ban : jail.bans()) {
            BanReport report = jail.unban(ban.target(), call.caller());
            ended += report.changed() ? 1 : 0;
            if (!report.kept()) {
                throw new IllegalStateException(report.sentence());
            }
        }
        return ended;
    }
}
