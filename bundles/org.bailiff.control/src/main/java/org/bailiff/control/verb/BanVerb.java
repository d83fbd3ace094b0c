// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.BanTime;
import org.bailiff.api.command.Command;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandDescription;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.Jails;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ban}: keeps addresses or networks out by hand. */
@Component
public final class BanVerb implements Command {
    private static final CommandDescription DESCRIPTION = CommandDescription.of(BanVerb.class, "ban");

    private final Jails jails;

    @Activate
    public BanVerb(@Reference Jails jails) {
        this.jails = jails;
    }

    @Override
    public CommandDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ExitCode run(CommandCall call) throws CommandException, IOException {
        Arguments arguments = Arguments.parse(call.arguments(), Set.of("--force"), Set.of("--for", "--reason"));
        List<String> words = arguments.words(1, Integer.MAX_VALUE);
        requireJailFirst(words);
        Jail jail = new JailChoice(jails).named(words.get(0));
        List<Network> targets = Targets.parse(
                words.subList(1, arguments.words(2, Integer.MAX_VALUE).size()));
        Optional<BanTime> banTime = Spans.parse(arguments.value("--for"));
        boolean force = arguments.has("--force");
        if (force && !call.caller().isAdministrator()) {
            throw new CommandException(
                    ExitCode.DENIED, "--force is for administrators, that is root and the daemon's user.");
        }
        if (!force && targets.size() > 1) {
            requireNoneIgnored(jail, targets);
        }
        String reason = arguments.value("--reason").orElse("");
        Results results = new Results(call);
        for (Network target : targets) {
            ban(jail, new BanRequest(target, banTime, reason, force), results, call);
        }
        return results.finish();
    }

    private static void requireJailFirst(List<String> words) throws CommandException {
        Optional<Network> target = Network.tryParse(words.get(0));
        if (target.isPresent()) {
            throw Arguments.misused("Say first in which jail: " + words.get(0) + " is "
                    + (target.get().isSingle() ? "an address." : "a network."));
        }
    }

    /** Each address is asked for before the first is banned: all or nothing, as far as that is known beforehand. */
    private static void requireNoneIgnored(Jail jail, List<Network> targets) throws CommandException {
        for (Network target : targets) {
            Optional<String> ignored =
                    target.isSingle() ? jail.explain(target.base()).ignored() : Optional.empty();
            if (ignored.isPresent()) {
                throw new CommandException(
                        ExitCode.FAILED,
                        "Nobody was banned, because " + target + " is ignored by " + jail.name() + " ("
                                + SafeText.of(ignored.get()) + "); leave it out, or let an administrator add --force.");
            }
        }
    }

    private static void ban(Jail jail, BanRequest request, Results results, CommandCall call) {
        try {
            results.add(jail, request.target(), jail.ban(request, call.caller()));
        } catch (IllegalArgumentException | IllegalStateException refusal) {
            // The message is a sentence for the caller; the others have their own answers.
            results.refused(jail, request.target(), refusal);
        }
    }
}
