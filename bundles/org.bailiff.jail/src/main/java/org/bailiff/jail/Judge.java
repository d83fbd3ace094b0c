// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Session;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.jail.decision.Outcome;
import org.bailiff.jail.ignore.NamedHosts;
import org.bailiff.jail.reading.CandidateLines;
import org.bailiff.text.SafeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a jail makes of lines: it matches them, counts the failures, and enforces the bans that follow. Used by its thread. */
final class Judge {
    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    /** How far a log's clock may run ahead. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final String jail;
    private final Surroundings surroundings;
    private final Decisions decisions;
    private final Actions actions;
    private final Watch watch;
    private final Memory memory;
    private final Counts counts;
    private final NetworkBanning networks;
    private final IneffectiveBans ineffective;
    private final NamedHosts namedHosts;
    private final Consumer<Instant> expiry;

    /**
     * @param expiry ends the bans that are over at a moment
     */
    Judge(
            String jail,
            Surroundings surroundings,
            Decisions decisions,
            JailThread.Parts parts,
            Consumer<Instant> expiry) {
        this.expiry = expiry;
        this.jail = jail;
        this.surroundings = surroundings;
        this.decisions = decisions;
        this.actions = parts.actions();
        this.watch = parts.watch();
        this.memory = parts.memory();
        this.counts = parts.counts();
        this.networks = parts.networks();
        this.ineffective = parts.ineffective();
        this.namedHosts = parts.namedHosts();
    }

    /** Judges them one after the other; one on which that fails is set aside. */
    void judge(CandidateLines lines) {
        for (int index = 0; index < lines.count(); index++) {
            LogLine line = lines.line(index, counts.charset());
            try {
                consider(line, lines);
            } catch (RuntimeException | Error fault) {
                counts.setAside(fault);
                LOG.error(
                        "[{}] a line is set aside, on which Bailiff failed: {}", jail, SafeText.of(line.text()), fault);
            }
        }
    }

    private void consider(LogLine line, CandidateLines lines) {
        Match match = match(line, lines);
        if (match instanceof Match.Missed) {
            counts.missed();
        } else if (match instanceof Match.Ignored) {
            counts.ignored();
        } else if (match instanceof Match.Found found) {
            counts.matched(surroundings.clock().instant());
            for (Failure told : found.failures()) {
                Failure failure = notAhead(told, lines.arrival());
                boolean past = failure.time().isBefore(memory.beginning(lines.stream()));
                if (!past && !(tellsOfBans(lines) && decisions.hasCounted(failure, line.text()))) {
                    Told by = new Told(line.text(), lines.arrival(), tellsOfBans(lines));
                    if (!namedHosts.take(failure, resolved -> decideLate(resolved, by))) {
                        decide(failure, by);
                    }
                }
            }
        } else if (match instanceof Match.Helper helper) {
            helper.gained()
                    .filter(gain -> !gain.time().isBefore(memory.beginning(lines.stream())))
                    .filter(decisions::gained)
                    .ifPresent(gain -> surroundings.announcements().forgiven(jail, gain));
        }
    }

    /** To read the steady clock twice for each line would cost more than it tells. */
    private Match match(LogLine line, CandidateLines lines) {
        Session session = watch.session(lines.stream(), lines.matcher());
        if (!counts.isTimed()) {
            return lines.matcher().match(line, session);
        }
        long began = System.nanoTime();
        Match match = lines.matcher().match(line, session);
        counts.timed(Duration.ofNanos(System.nanoTime() - began));
        return match;
    }

    /** Bans of other jails, which may be told again: after a crash, or because another end was ordered for one. */
    private static boolean tellsOfBans(CandidateLines lines) {
        return lines.stream().equals(JailSettings.Input.BANS);
    }

    /** Nothing can have happened well after it was read, whatever a line says: a ban would begin in years to come. */
    private static Failure notAhead(Failure told, Instant arrival) {
        return told.time().isAfter(arrival.plus(TOLERANCE)) ? told.at(arrival) : told;
    }

    /** What tells of a failure, without the lines around it. */
    private record Told(String line, Instant arrival, boolean ofBans) {}

    /** A failure whose address had to be looked up. */
    private void decideLate(Failure failure, Told by) {
        decide(failure, by);
        memory.keep(false);
    }

    private void decide(Failure failure, Told by) {
        // A log's clock that runs a little ahead is past the end of a ban: read again after a restart, it would be too.
        if (failure.time().isAfter(surroundings.clock().instant())) {
            expiry.accept(failure.time());
        }
        Outcome outcome = decisions.failed(failure, by.line());
        switch (outcome.kind()) {
            case COUNTED, HELD, NO_ROOM, NO_ADDRESS, PAST_BAN ->
                surroundings.announcements().found(jail, failure);
            case IGNORED -> {
                counts.ignored();
                surroundings.announcements().ignored(jail, failure, outcome.reason());
            }
            case ALREADY_BANNED -> outcome.ban().ifPresent(ban -> seenAgain(ban, failure, by));
            case BANNED -> {
                surroundings.announcements().found(jail, failure);
                outcome.bans().forEach(ban -> enforce(ban, by.arrival()));
            }
        }
    }

    /** Looks again at what was enough for a ban that was not to be yet. */
    void reconsider(String key) {
        Outcome outcome = decisions.reconsider(key, surroundings.clock().instant());
        if (outcome.kind() == Outcome.Kind.BANNED) {
            outcome.bans().forEach(ban -> enforce(ban, surroundings.clock().instant()));
        }
    }

    private void seenAgain(Ban ban, Failure failure, Told by) {
        // Who is banned by another jail, maybe by hand, need not have got through; nor who is not kept out.
        if (!by.ofBans() && !actions.isSimulating()) {
            ineffective.seenAgain(ban, failure.time());
        }
        if (counts.firstSeenAgain(ban)) {
            surroundings.announcements().alreadyBanned(jail, ban, failure.time());
        }
    }

    private void enforce(Ban ban, Instant arrival) {
        Instant now = surroundings.clock().instant();
        if (ban.isOver(now)) {
            // Decided late, from a backlog: it is past already, disturbs nobody, and hides no later failure.
            decisions.lapse(ban);
            return;
        }
        Enforcement enforcement = actions.ban(ban);
        counts.refresh(decisions);
        Duration fromDetection = Duration.between(arrival, surroundings.clock().instant());
        surroundings.announcements().banned(ban, enforcement.inForce() ? fromDetection : Duration.ZERO);
        if (ban.count() > 1) {
            surroundings.announcements().increased(ban);
        }
        if (ban.target().isSingle()) {
            networks.after(ban, enforcement);
        } else if (enforcement.inForce()) {
            networks.replaceMembers(ban);
        }
    }
}
