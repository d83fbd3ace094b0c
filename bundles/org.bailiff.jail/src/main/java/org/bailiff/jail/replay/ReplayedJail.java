// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.filter.Matcher;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.jail.decision.Outcome;

/** A jail that decides by the time of the lines, enforces nothing and keeps nothing. Used by one thread. */
public final class ReplayedJail implements AutoCloseable {
    private static final Duration FORGETFUL = Duration.ofMinutes(1);
    /** So many bans that wait are looked at again with each failure; more have their turn with the next. */
    private static final int RECONSIDERED = 10;
    /** After so many failures what a daemon would have written is let go. */
    private static final int RECORD = 100;

    private final Setup setup;
    private final Decisions decisions;
    private final Period period;
    private final ReplayClock clock;
    private final Tally tally = new Tally();
    private Instant forgotten = Instant.EPOCH;
    private int undisposed;

    /**
     * How it works.
     *
     * @param jail its name
     * @param matcher its filter, compiled
     * @param charset of its logs; empty for UTF-8 where a line is that, else Latin-1
     * @param readsBans whether it reads what other jails ban; its own bans are told to nobody
     * @param simulating whether its bans are none for other jails
     */
    public record Setup(
            String jail, Matcher matcher, Optional<Charset> charset, boolean readsBans, boolean simulating) {}

    /**
     * @param decisions fresh ones
     * @param clock of all jails that are replayed together
     */
    public ReplayedJail(Setup setup, Decisions decisions, Period period, ReplayClock clock) {
        this.setup = setup;
        this.decisions = decisions;
        this.period = period;
        this.clock = clock;
    }

    public String name() {
        return setup.jail();
    }

    /** Says something of the result; a sentence. */
    public void note(String sentence) {
        tally.note(sentence);
    }

    /** Says what should have been read, and cannot be; a sentence. */
    public void unread(String sentence) {
        tally.unread(sentence);
    }

    Matcher matcher() {
        return setup.matcher();
    }

    boolean readsBans() {
        return setup.readsBans();
    }

    /** Whether other jails hear of its bans. */
    boolean tellsBans() {
        return !setup.readsBans() && !setup.simulating();
    }

    /** Its eyes on one more stream. */
    Reader reader() {
        return new Reader(setup.matcher(), setup.charset(), period, tally);
    }

    void lines(int count) {
        tally.lines(count);
    }

    /** Makes of it what the daemon would; the bans that follow. */
    List<Ban> judge(Happening happening) {
        List<Ban> bans = new ArrayList<>(pass(happening.time()));
        if (happening instanceof Happening.Failed failed) {
            bans.addAll(judge(failed));
        } else if (happening instanceof Happening.Gained gained) {
            decisions.gained(gained.gain());
        }
        bans.forEach(tally::banned);
        return bans;
    }

    /** Time passes: bans end, and what had to wait may be. */
    private List<Ban> pass(Instant time) {
        clock.reach(time);
        Instant now = clock.instant();
        decisions.expire(now);
        if (now.isAfter(forgotten.plus(FORGETFUL))) {
            forgotten = now;
            decisions.forget(now);
        }
        List<Ban> bans = new ArrayList<>();
        for (String key : decisions.held(RECONSIDERED)) {
            for (Ban late : made(decisions.reconsider(key, now))) {
                if (late.isOver(now)) {
                    decisions.lapse(late);
                } else {
                    bans.add(late);
                }
            }
        }
        return bans;
    }

    private List<Ban> judge(Happening.Failed failed) {
        tally.failure(failed.failure());
        Outcome outcome = decisions.failed(failed.failure(), failed.line());
        switch (outcome.kind()) {
            case IGNORED -> tally.ignored();
            case NO_ADDRESS -> tally.nameless();
            default -> dispose();
        }
        return made(outcome);
    }

    /** The bans, and those of networks that take the place of some. */
    private List<Ban> made(Outcome outcome) {
        if (outcome.kind() != Outcome.Kind.BANNED) {
            return List.of();
        }
        List<Ban> bans = new ArrayList<>(outcome.bans());
        for (Ban ban : outcome.bans()) {
            decisions.networkBan(ban, false).ifPresent(network -> {
                decisions.merge(network, ban.since());
                bans.add(network);
            });
        }
        return bans;
    }

    private void dispose() {
        undisposed++;
        if (undisposed >= RECORD) {
            undisposed = 0;
            decisions.takeChanges();
        }
    }

    public JailResult result() {
        return tally.result(setup.jail());
    }

    /** Gives the room that its counts took to others. */
    @Override
    public void close() {
        decisions.close();
    }
}
