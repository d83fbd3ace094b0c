// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bailiff.api.Ban;
import org.bailiff.jail.decision.BanGate;
import org.bailiff.jail.ignore.IgnoreCommand;
import org.bailiff.jail.ignore.IgnoreList;
import org.bailiff.jail.ignore.PendingVerdicts;
import org.bailiff.text.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps from bans whom the ignore list can speak for only at the moment of a ban: who must not be locked out waits, and
 * whom its command knows is spared. Networks are not told to the command. Used by the jail's thread.
 */
final class IgnoreGate implements BanGate {
    private static final Logger LOG = LoggerFactory.getLogger(IgnoreGate.class);
    /** So often at most it is said that somebody is not locked out. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final int MOST_SAID = 100;

    private final String jail;
    private final Supplier<IgnoreList> ignoreList;
    private final PendingVerdicts verdicts;
    private final InstantSource clock;
    private final BanGate next;
    /** Of whom it was said lately, and when. */
    private final Map<Network, Instant> said = new HashMap<>();

    /**
     * @param next is asked about those that this one lets pass
     */
    IgnoreGate(
            String jail, Supplier<IgnoreList> ignoreList, PendingVerdicts verdicts, InstantSource clock, BanGate next) {
        this.jail = jail;
        this.ignoreList = ignoreList;
        this.verdicts = verdicts;
        this.clock = clock;
        this.next = next;
    }

    @Override
    public Verdict ask(Ban candidate) {
        // What is over locks nobody out: a backlog starts no processes.
        Instant now = clock.instant();
        if (candidate.isOver(now)) {
            return next.ask(candidate);
        }
        IgnoreList inForce = ignoreList.get();
        Optional<String> never = inForce.neverBanned(candidate.target());
        if (never.isPresent()) {
            say(candidate.target(), never.get(), now);
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
        if (ignored.get()) {
            LOG.info("[{}] Ignore {} by command", jail, candidate.target());
            return Verdict.SPARE;
        }
        return next.ask(candidate);
    }

    private void say(Network target, String reason, Instant now) {
        said.values().removeIf(when -> now.isBefore(when) || now.isAfter(when.plus(PAUSE)));
        if (said.size() < MOST_SAID && said.putIfAbsent(target, now) == null) {
            LOG.warn("[{}] {} is not banned now ({})", jail, target, reason);
        }
    }
}
