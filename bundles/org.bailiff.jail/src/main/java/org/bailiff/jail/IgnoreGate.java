// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Ban;
import org.bailiff.jail.decision.BanGate;
import org.bailiff.jail.ignore.IgnoreCommand;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.jail.ignore.PendingVerdicts;

/**
 * Keeps from bans whom the ignore list can speak for only at the moment of a ban: who must not be locked out waits, and
 * whom its command knows is spared. Networks are not told to the command. Used by the jail's thread.
 */
final class IgnoreGate implements BanGate {
    private final Supplier<IgnoreList> ignoreList;
    private final PendingVerdicts verdicts;
    private final InstantSource clock;
    private final BanGate next;

    /**
     * @param next is asked about those that this one lets pass
     */
    IgnoreGate(Supplier<IgnoreList> ignoreList, PendingVerdicts verdicts, InstantSource clock, BanGate next) {
        this.ignoreList = ignoreList;
        this.verdicts = verdicts;
        this.clock = clock;
        this.next = next;
    }

    @Override
    public Verdict ask(Ban candidate) {
        // What is over locks nobody out: a backlog starts no processes.
        if (candidate.isOver(clock.instant())) {
            return next.ask(candidate);
        }
        IgnoreList inForce = ignoreList.get();
        if (inForce.neverBanned(candidate.target()).isPresent()) {
            return Verdict.WAIT;
        }
        Optional<IgnoreCommand> command =
                inForce.command().filter(asked -> candidate.target().isSingle());
        Verdict verdict = command.map(asked -> ask(asked, candidate)).orElseGet(() -> next.ask(candidate));
        if (verdict != Verdict.WAIT && command.isPresent()) {
            verdicts.forget(candidate.target().base());
        }
        return verdict;
    }

    private Verdict ask(IgnoreCommand command, Ban candidate) {
        Optional<Boolean> ignored = verdicts.verdict(command, candidate.target().base());
        if (ignored.isEmpty()) {
            return Verdict.WAIT;
        }
        return ignored.get() ? Verdict.SPARE : next.ask(candidate);
    }
}
