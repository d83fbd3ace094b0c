// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.Role;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code unban}: lets addresses in again by hand, and forgets their failures. */
@Component
public final class UnbanVerb implements Command {
    private final Jails jails;

    @Activate
    public UnbanVerb(@Reference Jails jails) {
        this.jails = jails;
    }

    @Override
    public CommandDescription description() {
        return new CommandDescription(
                "unban",
                "[JAIL] ADDRESS...|--all",
                "Ends bans, in one jail or in all, and forgets the addresses' failures.",
                Role.OPERATOR,
                false);
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of("--all"), Set.of());
        List<String> words = arguments.words(0, Integer.MAX_VALUE);
        boolean jailNamed = !words.isEmpty() && Network.tryParse(words.get(0)).isEmpty();
        List<Jail> chosen = jailNamed ? List.of(choice().namedInsteadOfAddress(words.get(0))) : enabled();
        List<Address> addresses = Addresses.parse(words.subList(jailNamed ? 1 : 0, words.size()));
        if (arguments.has("--all") != addresses.isEmpty()) {
            throw Arguments.misused("Name addresses, or say --all.");
        }
        return addresses.isEmpty() ? unbanAll(chosen, call) : unban(chosen, addresses, jailNamed, call);
    }

    private JailChoice choice() {
        return new JailChoice(jails);
    }

    private List<Jail> enabled() {
        return jails.all().stream()
                .filter(jail -> jail.status().state() != JailState.DISABLED)
                .toList();
    }

    /** A jail that was named answers in any case, one that was not only if it let the address in. */
    private static ExitCode unban(List<Jail> chosen, List<Address> addresses, boolean named, CommandCall call)
            throws IOException {
        Results results = new Results(call);
        for (Address address : addresses) {
            boolean told = false;
            for (Jail jail : chosen) {
                told |= unban(jail, address, named, results, call);
            }
            if (!told && !call.json()) {
                call.out().println(address + " is banned in no jail.");
            }
        }
        return results.finish();
    }

    private static boolean unban(Jail jail, Address address, boolean named, Results results, CommandCall call) {
        try {
            BanReport report = jail.unban(Network.single(address), call.caller());
            if (named || report.ban().isPresent()) {
                results.add(jail, address, report);
                return true;
            }
            return false;
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            // The message is a sentence for the caller; the other jails have their own answers.
            results.refused(jail, address, refusal);
            return true;
        }
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
        Outcome.print(call, ended + (ended == 1 ? " ban ended." : " bans ended."), "ended", Integer.toString(ended));
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
