// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bailiff.api.filter.FilterCompiler;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.api.filter.FilterUser;
import org.bailiff.api.filter.Filters;
import org.bailiff.filter.admission.deployed.DeployedDefinition;
import org.bailiff.filter.admission.deployed.Offered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which definitions are in force. One thread at a time chooses for a name, the one that brought the change or the
 * question; who changes something meanwhile makes it choose again. No lock is held while definitions, compilers and
 * users are called; {@code this} guards the standings. Thread-safe.
 */
final class Admission implements Filters {
    /** A choice takes milliseconds; a plug-in that hangs in one is not to hang those who ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Map<String, Standing> standings = new TreeMap<>();
    /** What the definitions that are offered were called when they came. */
    private final Map<FilterDefinition, String> names = new IdentityHashMap<>();

    private final List<FilterUser> users = new CopyOnWriteArrayList<>();
    private final Examiner examiner;
    private final InstantSource clock;
    private final Supplier<Phase> phase;

    Admission(InstantSource clock, Supplier<Phase> phase) {
        this.clock = clock;
        this.phase = phase;
        this.examiner = new Examiner(users, clock);
    }

    void add(FilterUser user) {
        users.add(user);
    }

    void remove(FilterUser user) {
        users.remove(user);
    }

    /** Definitions are compiled by this one from now on. */
    void use(FilterCompiler compiler) {
        examiner.use(compiler);
        namesAskedFor().forEach(this::choose);
    }

    /** Without a compiler, all stays as it is until there is one. */
    void useNoMore(FilterCompiler compiler) {
        examiner.useNoMore(compiler);
    }

    private synchronized List<String> namesAskedFor() {
        List<String> asked = standings.keySet().stream()
                .filter(name -> standings.get(name).isAsked())
                .toList();
        asked.forEach(name -> standings.get(name).reconsider());
        return asked;
    }

    /** A definition is offered. */
    void offer(Candidate candidate) {
        change(candidate.name(), standing -> {
            names.put(candidate.definition(), candidate.name());
            standing.add(candidate);
        });
    }

    /** A definition is offered no more. */
    void withdraw(FilterDefinition definition) {
        String name;
        synchronized (this) {
            name = names.remove(definition);
        }
        if (name != null) {
            change(name, standing -> standing.remove(definition));
        }
    }

    private void change(String name, Consumer<Standing> change) {
        Optional<FilterDefinition> before;
        Optional<FilterDefinition> after;
        boolean atOnce;
        Phase now = phase.get();
        if (now == Phase.AT_WORK && isUndecided(name)) {
            // From now on who counts is in force, and whoever wants his place is tried.
            choose(name);
        }
        synchronized (this) {
            Standing standing = standing(name);
            atOnce = standing.isDecided() && now != Phase.QUIET;
            before = standing.effective();
            change.accept(standing);
            after = standing.effective();
        }
        if (atOnce) {
            choose(name);
        } else {
            tellIfChanged(name, before, after);
        }
    }

    private synchronized boolean isUndecided(String name) {
        return standing(name).isUndecided();
    }

    private Standing standing(String name) {
        return standings.computeIfAbsent(name, fresh -> new Standing(name, clock.instant()));
    }

    /** Chooses who is in force under the name; if another thread does, it chooses again if something changed. */
    private void choose(String name) {
        Standing standing;
        Choice.Question question;
        Optional<FilterDefinition> before;
        synchronized (this) {
            standing = standing(name);
            boolean canChoose = examiner.compiler().isPresent() || standing.isDeserted();
            if (!canChoose || !standing.beginChoice()) {
                return;
            }
            before = standing.effective();
            question = standing.question();
        }
        try {
            while (question != null) {
                question = take(standing, Choice.of(question, examiner, clock));
            }
        } finally {
            end(standing);
        }
        tellIfChanged(name, before, effective(name));
    }

    /** Null if that was the last word; otherwise what there is to choose from now. */
    private Choice.Question take(Standing standing, Choice choice) {
        Optional<Refusal> news;
        synchronized (this) {
            if (standing.isStale()) {
                return standing.question();
            }
            news = standing.take(choice);
            // In the same moment, so that whoever changes something from now on chooses himself.
            end(standing);
        }
        news.ifPresent(refusal -> log(refusal, choice));
        return null;
    }

    private synchronized void end(Standing standing) {
        standing.endChoice();
        notifyAll();
    }

    private static void log(Refusal refusal, Choice choice) {
        String sentence =
                Sentences.refused(refusal.shown()) + "; " + Sentences.instead(refusal.shown(), choice.taken());
        if (refusal.used()) {
            LOG.warn("{}", sentence);
        } else {
            // It may well need what a jail gives it.
            LOG.info("{}. No jail uses it", sentence);
        }
    }

    private void tellIfChanged(String name, Optional<FilterDefinition> before, Optional<FilterDefinition> after) {
        if (before.orElse(null) != after.orElse(null)) {
            users.forEach(user -> tell(user, name));
        }
    }

    private static void tell(FilterUser user, String name) {
        try {
            user.filterChanged(name);
        } catch (RuntimeException | LinkageError fault) {
            LOG.error("a user of filters failed when it was told that {} has changed", name, fault);
        }
    }

    @Override
    public Optional<FilterDefinition> inForce(String name) {
        boolean open;
        synchronized (this) {
            open = standings.containsKey(name) && standing(name).isOpen();
            if (open) {
                standing(name).note();
            }
        }
        if (open) {
            // What was refused may pass by now: those who use it may be configured otherwise.
            choose(name);
        }
        return settled(name, Standing::isSettled);
    }

    /**
     * What is in force as soon as nobody chooses any more, or this is so, or patience ends.
     */
    private synchronized Optional<FilterDefinition> settled(String name, Predicate<Standing> enough) {
        Standing standing = standings.get(name);
        if (standing == null) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toMillis();
        try {
            while (left > 0 && standing.isBeingChosen() && !enough.test(standing)) {
                wait(left);
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return standing.effective();
    }

    /** What is in force when every choice that is under way is made. */
    Optional<FilterDefinition> afterChoice(String name) {
        return settled(name, standing -> false);
    }

    /** What the name means now, whether it was chosen or not: at once. */
    synchronized Optional<FilterDefinition> effective(String name) {
        return Optional.ofNullable(standings.get(name)).flatMap(Standing::effective);
    }

    @Override
    public synchronized List<FilterStatus> status() {
        return standings.values().stream()
                .flatMap(standing -> standing.status().stream())
                .toList();
    }

    @Override
    public synchronized Optional<FilterStatus> status(String name) {
        return Optional.ofNullable(standings.get(name)).flatMap(Standing::status);
    }

    /** The candidates, the best first. */
    synchronized List<Candidate> candidates(String name) {
        return standings.containsKey(name) ? standing(name).candidates() : List.of();
    }

    /** Where definitions find what they include; of one's own name, what lies under what was deployed. */
    Offered offered() {
        return (name, by) -> name.equals(by)
                ? candidates(name).stream()
                        .map(Candidate::definition)
                        .filter(definition -> !(definition instanceof DeployedDefinition))
                        .findFirst()
                : effective(name);
    }

    Examiner examiner() {
        return examiner;
    }

    /** Something that was deployed under the name cannot be read; empty if all of it can. */
    synchronized void lose(String name, Optional<FilterStatus.Refused> loss) {
        standing(name).lose(loss);
    }
}
