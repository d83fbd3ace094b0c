// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bailiff.dialect.CommandLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out errands one after another, each at a step: as fast as the rate allows, again and ever later if one fails.
 * Its steps are called by one thread.
 */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final String jail;
    private final Errands errands;
    private final Runner runner;
    private final Times times;
    private final Tally tally = new Tally();
    /** How many dropped bans were said, and before when no more are: an attack makes many. */
    private long droppedSaid;

    private long quietUntil;
    private volatile CommandSettings settings;
    private volatile Pace pace;

    Teller(String jail, Errands errands, Runner runner, Times times) {
        this.jail = jail;
        this.errands = errands;
        this.runner = runner;
        this.times = times;
    }

    /** Takes up settings, from any thread. */
    void use(CommandSettings wanted) {
        if (settings == null || !settings.rate().equals(wanted.rate())) {
            pace = new Pace(wanted.rate(), times.steady());
        }
        settings = wanted;
    }

    /**
     * Carries out one errand, if it is time.
     *
     * @param meanwhile is done now and then while a command runs
     * @return when the next step is due; empty if there is nothing to do
     */
    Optional<Duration> step(Runnable meanwhile) throws InterruptedException {
        Instant now = times.clock().instant();
        Optional<Task> next = errands.next(now);
        sayDropped();
        if (next.isEmpty()) {
            return errands.nextDoubt().map(doubt -> Duration.between(now, doubt));
        }
        Task task = next.get();
        List<CommandLine> commands = settings.of(task.event());
        if (task.done() >= commands.size()) {
            errands.told(task);
            return Optional.of(Duration.ZERO);
        }
        Duration wait = pace.untilNext();
        if (wait.isZero()) {
            run(task, commands.get(task.done()), meanwhile);
        }
        return Optional.of(wait);
    }

    private void sayDropped() {
        long dropped = errands.counts().dropped();
        long steady = times.steady().getAsLong();
        if (dropped > droppedSaid && (droppedSaid == 0 || steady - quietUntil >= 0)) {
            LOG.warn(
                    "[{}] {}: {} bans are not told, because more than {} were waiting",
                    jail,
                    label(),
                    dropped - droppedSaid,
                    settings.queue());
            droppedSaid = dropped;
            quietUntil = steady + QUIET.toNanos();
        }
    }

    private void run(Task task, CommandLine command, Runnable meanwhile) throws InterruptedException {
        Errand errand =
                new Errand(task.event(), jail, Optional.ofNullable(task.entry()).flatMap(LedgerEntry::ban));
        Pace used = pace;
        used.began();
        long before = times.steady().getAsLong();
        Outcome outcome = runner.run(errand.words(command), errand, settings.timeout(), meanwhile);
        if (outcome.succeeded()) {
            used.succeeded();
            tally.succeeded(Duration.ofNanos(times.steady().getAsLong() - before));
            task.commandDone();
            if (task.done() >= settings.of(task.event()).size()) {
                errands.told(task);
            }
        } else {
            used.failed();
            failed(task, command.program() + " for " + subject(errand), outcome.reason());
        }
    }

    /** What the command is to tell, for people: {@code ban of 192.0.2.7}. */
    private static String subject(Errand errand) {
        String event = errand.event().word();
        return errand.ban().map(ban -> event + " of " + ban.target()).orElse(event);
    }

    private void failed(Task task, String command, String reason) {
        String what = command + ": " + reason;
        boolean givenUp = task.failed() > settings.retries();
        if (givenUp) {
            LOG.warn("[{}] {} failed {} times, and gives up {}", jail, label(), settings.retries() + 1, what);
        } else if (tally.failure().isEmpty()) {
            LOG.warn("[{}] {} failed, and tries again {}", jail, label(), what);
        }
        tally.failed(what);
        if (givenUp) {
            tally.gaveUp();
            errands.givenUp(task);
        }
    }

    /** What people know the action by. */
    String label() {
        return settings.label();
    }

    /**
     * What people should know: what does not work, what was not told, and what was lost; empty if all is well. It stays the
     * same until something changes, for each change is logged: what only grows or passes stands in the counts.
     */
    String remark() {
        return Stream.of(trouble(), errands.counts().loss())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** What does not work, and what was not told; empty if all is well. */
    String trouble() {
        Errands.Counts counts = errands.counts();
        if (!counts.problem().isEmpty()) {
            return "what " + label() + " told is not kept, and after a crash may be told again: " + counts.problem();
        }
        if (!tally.failure().isEmpty()) {
            String givenUp = tally.givenUp() == 0 ? "" : " (" + tally.givenUp() + " given up)";
            return "bans are in force, and " + label() + " does not tell them as it should: " + tally.failure()
                    + givenUp;
        }
        if (counts.dropped() > 0 && counts.waiting() > 0) {
            return label() + " did not tell some bans, because more than " + settings.queue()
                    + " were waiting; a faster command, a higher rate or a longer queue helps";
        }
        return "";
    }

    Tally tally() {
        return tally;
    }
}
