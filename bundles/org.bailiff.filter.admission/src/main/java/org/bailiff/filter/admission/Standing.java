// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterStatus;
import org.bailiff.filter.admission.deployed.DeployedDefinition;

/**
 * How things are with a filter's name: who is offered, and who is in force. Until somebody asks, the best counts without
 * being tried, so that a start does not try what nobody uses. Not thread-safe: its owner locks.
 */
final class Standing {
    private final String name;
    private final Instant created;
    private final List<Candidate> candidates = new ArrayList<>();
    private Optional<InForce> inForce = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private Optional<FilterStatus.Refused> loss = Optional.empty();
    private long revision;
    /** Who chooses at the moment; null if nobody does. */
    private Thread chooser;

    private boolean stale;
    private boolean asked;

    Standing(String name, Instant created) {
        this.name = name;
        this.created = created;
    }

    void add(Candidate candidate) {
        candidates.add(candidate);
        candidates.sort(Candidate.BEST_FIRST);
        stale = true;
    }

    void remove(FilterDefinition definition) {
        candidates.removeIf(candidate -> candidate.definition() == definition);
        stale = true;
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** What counts now. */
    Optional<FilterDefinition> effective() {
        return inForce.map(InForce::definition).or(() -> candidates.stream()
                .filter(candidate -> refusal.isEmpty())
                .findFirst()
                .map(Candidate::definition));
    }

    /** Whether the best of those offered counts only because nobody has chosen yet. */
    boolean isUndecided() {
        return !isDecided() && !candidates.isEmpty();
    }

    /** Whether somebody was chosen, or all were refused. */
    boolean isDecided() {
        return inForce.isPresent() || refusal.isPresent();
    }

    /** Somebody asked, and could not be answered yet. */
    void note() {
        asked = true;
    }

    /** Whether an answer is, or was, wanted. */
    boolean isAsked() {
        return asked || isDecided();
    }

    /** Whether nobody is offered any more, though something is in force. */
    boolean isDeserted() {
        return candidates.isEmpty();
    }

    boolean isSettled() {
        return inForce.isPresent();
    }

    /** Whether asking for what is in force may lead to another answer than before. */
    boolean isOpen() {
        return stale || inForce.isEmpty() && !candidates.isEmpty() || refusal.isPresent();
    }

    /** Something changed, so that a choice that is under way is of the past. */
    void reconsider() {
        stale = true;
    }

    /** Whether the calling thread is to choose; if another one does already, it is not. */
    boolean beginChoice() {
        if (chooser == null) {
            chooser = Thread.currentThread();
            return true;
        }
        return false;
    }

    Choice.Question question() {
        stale = false;
        return new Choice.Question(candidates, inForce, revision + 1);
    }

    /** Whether something changed since the question. */
    boolean isStale() {
        return stale;
    }

    /** The calling thread chooses no more, if it did. */
    void endChoice() {
        if (chooser == Thread.currentThread()) {
            chooser = null;
        }
    }

    /** Whether another thread than the calling one chooses. */
    boolean isBeingChosen() {
        return chooser != null && chooser != Thread.currentThread();
    }

    /**
     * Puts in force what was chosen.
     *
     * @return what is refused now and was not before
     */
    Optional<Refusal> take(Choice choice) {
        inForce = choice.taken();
        revision = Math.max(revision, inForce.map(InForce::revision).orElse(0L));
        Optional<Refusal> next = choice.refusal();
        if (refusal.isPresent() && next.isPresent() && next.get().repeats(refusal.get())) {
            return Optional.empty();
        }
        refusal = next;
        return next;
    }

    /** Something of what was deployed cannot be read; empty if all of it can. */
    void lose(Optional<FilterStatus.Refused> lost) {
        loss = lost;
    }

    /** Empty if nobody is offered; of {@code nothing} if all are refused. */
    Optional<FilterStatus> status() {
        boolean canRollBack =
                candidates.stream().anyMatch(candidate -> candidate.definition() instanceof DeployedDefinition);
        Optional<FilterStatus.Refused> refused = refusal.map(Refusal::shown).or(() -> loss);
        return inForce.or(() -> candidates.stream().findFirst().map(this::shown))
                .map(shown -> new FilterStatus(
                        name, shown.origin(), shown.revision(), shown.since(), shown.samples(), refused, canRollBack));
    }

    private InForce shown(Candidate best) {
        return refusal.map(known -> InForce.nothing(revision, known.shown().time()))
                .orElseGet(() -> best.inForce(revision + 1, created, 0));
    }
}
