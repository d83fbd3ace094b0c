// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
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
    private final FailureLines said;
    private final LineTally tally;
    /** Of a flood that no ban keeps out, some are enough to notice that. */
    private final PerSecond proofs = new PerSecond(100);

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
        this.said = new FailureLines(jail, surroundings.announcements()::say);
        this.tally = new LineTally(counts);
    }

    /** Judges them one after the other; one on which that fails is set aside. */
    void judge(CandidateLines lines) {
        Occasion occasion = Occasion.of(
                lines.arrival(),
                memory.beginning(lines.stream()),
                lines.stream().equals(JailSettings.Input.BANS),
                surroundings.clock().instant());
        Session session = watch.session(lines.stream(), lines.matcher());
        for (int index = 0; index < lines.count(); index++) {
            LogLine line = lines.line(index, counts.charset());
            try {
                consider(match(lines.matcher(), line, session), line, occasion);
            } catch (RuntimeException | Error fault) {
                counts.setAside(fault);
                LOG.error(
                        "[{}] a line is set aside, on which Bailiff failed: {}", jail, SafeText.of(line.text()), fault);
            }
        }
        tally.show(occasion.now());
    }

    /** To read the steady clock twice for each line would cost more than it tells. */
    private Match match(Matcher matcher, LogLine line, Session session) {
        if (!counts.isTimed()) {
            return matcher.match(line, session);
        }
        long began = System.nanoTime();
        Match match = matcher.match(line, session);
        counts.timed(Duration.ofNanos(System.nanoTime() - began));
        return match;
    }

    private void consider(Match match, LogLine line, Occasion occasion) {
        if (match instanceof Match.Missed) {
            tally.missed();
        } else if (match instanceof Match.Ignored) {
            tally.ignored();
        } else if (match instanceof Match.Found found) {
            tally.matched();
            for (Failure told : found.failures()) {
                consider(occasion.notAhead(told), line.text(), occasion);
            }
        } else if (match instanceof Match.Helper helper) {
            helper.gained()
                    .filter(gain -> !occasion.isPast(gain.time()))
                    .filter(decisions::gained)
                    .ifPresent(gain -> surroundings.announcements().forgiven(jail, gain));
        }
    }

    private void consider(Failure failure, String line, Occasion occasion) {
        if (occasion.isPast(failure.time()) || occasion.ofBans() && decisions.hasCounted(failure, line)) {
            return;
        }
        if (!namedHosts.take(failure, resolved -> decideLate(resolved, line, occasion))) {
            decide(failure, line, occasion);
        }
    }

    /** A failure whose address had to be looked up. */
    private void decideLate(Failure failure, String line, Occasion occasion) {
        decide(failure, line, occasion.at(surroundings.clock().instant()));
        tally.show(occasion.now());
        memory.keep(false);
    }

    private void decide(Failure failure, String line, Occasion occasion) {
        // A log's clock that runs a little ahead is past the end of a ban: read again after a restart, it would be too.
        if (failure.time().isAfter(occasion.now())) {
            expiry.accept(failure.time());
        }
        Outcome outcome = decisions.failed(failure, line);
        switch (outcome.kind()) {
            case COUNTED, HELD, NO_ROOM, NO_ADDRESS, PAST_BAN -> found(failure, occasion);
            case IGNORED -> {
                tally.ignored();
                said.ignored(failure, outcome.reason(), occasion.now());
            }
            case ALREADY_BANNED -> outcome.ban().ifPresent(ban -> seenAgain(ban, failure, occasion));
            case BANNED -> {
                List<Runnable> news = enforce(outcome, occasion.arrival());
                found(failure, occasion);
                news.forEach(Runnable::run);
            }
        }
    }

    private void found(Failure failure, Occasion occasion) {
        said.found(failure, occasion.now());
        surroundings.announcements().tellFound(jail, failure);
    }

    /** Whether there is something to say when a second is over. */
    boolean hasMoreToSay() {
        return said.hasMoreToSay();
    }

    /** Says, when a second is over, of how much it was not said what it was. */
    void sum() {
        said.sum(surroundings.clock().instant());
    }

    /** Looks again at what was enough for a ban that was not to be yet. */
    void reconsider(String key) {
        Outcome outcome = decisions.reconsider(key, surroundings.clock().instant());
        if (outcome.kind() == Outcome.Kind.BANNED) {
            enforce(outcome, surroundings.clock().instant()).forEach(Runnable::run);
        }
    }

    private void seenAgain(Ban ban, Failure failure, Occasion occasion) {
        // Who is banned by another jail, maybe by hand, need not have got through; nor who is not kept out.
        boolean doubtful = !occasion.ofBans() && !actions.isSimulating();
        proofs.isOver(occasion.now());
        if (doubtful && proofs.take()) {
            ineffective.seenAgain(ban, failure.time());
        }
        if (counts.firstSeenAgain(ban)) {
            said.alreadyBanned(ban, failure.time(), occasion.now());
        }
    }

    /** Carries bans out; what is to be told of them takes longer, and comes after that. */
    private List<Runnable> enforce(Outcome outcome, Instant arrival) {
        List<Runnable> news = new ArrayList<>(1);
        for (Ban ban : outcome.bans()) {
            news.add(enforce(ban, arrival));
        }
        return news;
    }

    private Runnable enforce(Ban ban, Instant arrival) {
        Instant now = surroundings.clock().instant();
        if (ban.isOver(now)) {
            // Decided late, from a backlog: it is past already, disturbs nobody, and hides no later failure.
            decisions.lapse(ban);
            return () -> {};
        }
        Enforcement enforcement = actions.ban(ban);
        Duration fromDetection = Duration.between(arrival, surroundings.clock().instant());
        return () -> enforced(ban, enforcement, fromDetection);
    }

    private void enforced(Ban ban, Enforcement enforcement, Duration fromDetection) {
        tally.show(surroundings.clock().instant());
        counts.refresh(decisions);
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
