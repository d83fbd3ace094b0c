// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.ActionListener;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.action.Comparison;
import org.bailiff.api.action.Notice;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.CutOff;
import org.bailiff.api.jail.Jail;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.store.JailLog;
import org.bailiff.jail.decision.BanGate;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.jail.ignore.NamedHosts;
import org.bailiff.jail.ignore.PendingVerdicts;
import org.bailiff.jail.reading.Inbox;
import org.bailiff.text.Network;

/**
 * A jail at work, from being enabled to being disabled: its thread and all that belongs to it. Thread-safe.
 */
final class JailRun {
    /** A regex that overflows the stack is cut off: what that costs is bounded by the stack, wherever Bailiff runs. */
    private static final long STACK_BYTES = 512 * 1024;

    /** For all jails together when all end: what comes after them has its time within the daemon's 5 s too. */
    private static final Duration SHARED_PATIENCE = Duration.ofSeconds(2);

    private final String jail;
    private final Surroundings surroundings;
    private final Inbox inbox = new Inbox();
    private final Counts counts;
    private final Actions actions;
    private final Memory memory;
    private final RateGate rateGate;
    private final Watch watch;
    private final IneffectiveBans ineffective;
    private final CutOffTally cutOffs;
    private final JailThread work;
    private final Thread thread;
    private final AtomicReference<JailSettings> settings;
    private final Runnable onServicesChanged;
    private final FilterUses.Use filterUse;
    private final Runnable onEnd = this::endWithAll;
    private final Runnable onRound = this::lookWhetherToWake;
    /** Until when its end is waited for, if all jails end; null before. */
    private volatile Deadline latestEnd;

    JailRun(String jail, Surroundings surroundings, JailSettings settings, JailLog log, Counts counts) {
        this.jail = jail;
        this.surroundings = surroundings;
        this.counts = counts;
        this.settings = new AtomicReference<>(settings);
        rateGate = new RateGate(jail, surroundings, this.settings::get);
        Decisions decisions =
                new Decisions(jail, settings.thresholds(), surroundings.room(), ignoreGate(), surroundings.offenders());
        memory = new Memory(log, decisions);
        actions = new Actions(surroundings, new FromAction());
        FilterTrial trial = new FilterTrial();
        watch = new Watch(jail, surroundings, inbox, memory, trial);
        NetworkBanning networks = new NetworkBanning(surroundings, decisions, actions, memory);
        ineffective = new IneffectiveBans(jail, actions, surroundings.announcements());
        cutOffs = new CutOffTally(cutOff -> surroundings.announcements().cutOff(jail, cutOff));
        Reporter reporter = new Reporter(jail, surroundings.announcements(), this::health);
        work = new JailThread(
                jail,
                surroundings,
                inbox,
                decisions,
                new JailThread.Parts(
                        memory, actions, watch, counts, networks, ineffective, cutOffs, namedHosts(), reporter));
        thread = new Thread(null, work, "bailiff-jail-" + jail, STACK_BYTES);
        onServicesChanged = () -> inbox.add(() -> work.wire(this.settings.get()));
        filterUse = new RunUse(jail, this.settings::get, trial, onServicesChanged);
    }

    /** The last word after that of the ignore list: a ban that is not to be anyway needs no room in the limit. */
    private BanGate ignoreGate() {
        PendingVerdicts verdicts = new PendingVerdicts(
                surroundings.ignoring().commands(), inbox::add, address -> this.work.reconsider(address));
        return new IgnoreGate(
                jail, () -> settings.get().thresholds().ignoreList(), verdicts, surroundings.clock(), rateGate);
    }

    private NamedHosts namedHosts() {
        return new NamedHosts(jail, surroundings.ignoring().hosts(), surroundings.clock(), inbox::add);
    }

    void start() {
        inbox.add(() -> work.begin(settings.get()));
        surroundings.filterUses().add(filterUse);
        surroundings.onChange(onServicesChanged);
        surroundings.onEnd(onEnd);
        surroundings.rounds().add(onRound);
        thread.start();
    }

    /** Goes on with other settings. */
    void use(JailSettings replacement) {
        settings.set(replacement);
        inbox.add(() -> work.wire(replacement));
    }

    /** On the rounds' thread. */
    private void lookWhetherToWake() {
        settings.get().thresholds().ignoreList().refresh();
        if (work.hasNews()) {
            inbox.wake();
        }
    }

    /** All jails are told at once, before the first of them is waited for. */
    private void endWithAll() {
        latestEnd = Deadline.in(SHARED_PATIENCE);
        inbox.add(() -> work.stop(false));
    }

    /**
     * Ends, within a bounded time; if all jails end, that is one for all of them together.
     *
     * @param release whether to take the jail's bans out of the system
     */
    void stop(boolean release) {
        surroundings.notOnChange(onServicesChanged);
        surroundings.filterUses().remove(filterUse);
        surroundings.notOnEnd(onEnd);
        surroundings.rounds().remove(onRound);
        inbox.add(() -> work.stop(release));
        Deadline deadline = latestEnd == null ? Deadline.in(Jail.PATIENCE) : latestEnd;
        try {
            if (!deadline.join(thread)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Has an order carried out by the jail's thread.
     *
     * @throws IllegalStateException if it cannot answer in time
     * @throws IllegalArgumentException if the order refuses
     */
    <T> T ask(Function<JailThread, T> order) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        inbox.add(() -> answer(answer, order));
        try {
            return answer.get(Jail.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("jail " + jail + " failed on this: " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "jail " + jail + " did not answer within " + Jail.PATIENCE.toSeconds() + " s; see its log", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while jail " + jail + " was asked", interrupted);
        }
    }

    private <T> void answer(CompletableFuture<T> answer, Function<JailThread, T> order) {
        try {
            T result = order.apply(work);
            // Who is answered sees the counts as they are after the order.
            work.refreshCounts();
            answer.complete(result);
        } catch (RuntimeException | Error refused) {
            answer.completeExceptionally(refused);
        }
    }

    /** What the jail would make of a line that is written at this moment. */
    LineExplanation explainLine(String line, Instant now) {
        return ask(thread -> new LineExplainer(thread, watch).explain(jail, line, now));
    }

    Health health() {
        List<ActionStatus> status = actions.status();
        Health health = Health.of(watch, actions, status, remarks(status));
        return actions.isSimulating() ? health.simulating() : health;
    }

    /** Why bans wait for others to end; empty if none does. From any thread. */
    String whyBansWait() {
        return rateGate.remark();
    }

    private Health.Remarks remarks(List<ActionStatus> status) {
        return new Health.Remarks(
                memory.problem(),
                ineffective.remark(),
                Actions.reservation(status).orElse(""),
                surroundings
                        .filter(filterUse.filter())
                        .map(RefusedFilter::remark)
                        .orElse(""),
                rateGate.remark(),
                counts.remark());
    }

    List<Proof> prove(Network target) {
        return actions.prove(target);
    }

    Comparison resync(String action, boolean dryRun) {
        return actions.resync(action, dryRun);
    }

    List<CutOff> cutOffs() {
        return cutOffs.counted();
    }

    List<ActionStatus> actions() {
        return actions.status();
    }

    List<SourceStatus> sources() {
        return watch.status();
    }

    /** What an action notices by itself becomes work for the jail's thread. */
    private final class FromAction implements ActionListener {
        @Override
        public void delisted(Network target) {
            inbox.add(() -> work.ended(target, UnbanCause.DELISTED));
        }

        @Override
        public void evicted(Network target) {
            inbox.add(() -> work.ended(target, UnbanCause.EVICTED));
        }

        @Override
        public void found(Network target) {
            inbox.add(() -> work.adopt(target));
        }

        @Override
        public void noticed(Notice notice) {
            surroundings.announcements().noticed(jail, notice);
        }

        @Override
        public void stateChanged(ActionStatus status) {
            // The thread looks after the jail's state, and reports it.
            inbox.wake();
        }
    }
}
