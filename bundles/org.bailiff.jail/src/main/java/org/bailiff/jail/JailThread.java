// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Proof;
import org.bailiff.api.store.ClockMark;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.jail.ignore.NamedHosts;
import org.bailiff.jail.reading.CandidateLines;
import org.bailiff.jail.reading.Delivery;
import org.bailiff.jail.reading.Inbox;
import org.bailiff.jail.reading.Seat;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a jail: it matches, counts, bans straight into the actions, remembers, and ends bans when their time
 * is up. Everything of the jail that changes belongs to it; others send it commands through the inbox.
 *
 * <p>A ban goes into the actions first and into the memory right after; an unban the other way round: a crash in between
 * repeats a decision, and loses none.
 */
final class JailThread implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JailThread.class);
    /** How long it rests at most while there is something that time alone changes. */
    private static final Duration REST = Duration.ofSeconds(2);
    /** How long at most if there is not: the {@link Rounds} wake it for clocks that jump and positions without failures. */
    private static final Duration LONG_REST = Duration.ofMinutes(1);
    /** How long it rests first while its logs are being opened. */
    private static final Duration SHORT_REST = Duration.ofMillis(20);

    /** How often, while lines come, it is looked whether the jail's state has changed: all lists are asked for that. */
    private static final Duration REPORTED = Duration.ofMillis(500);

    /** How many bans that wait are looked at again at a time: a flood must not make each look long. */
    private static final int RECONSIDERED = 100;
    /** How often at most: what they wait for takes its time. */
    private static final Duration RECONSIDERING = Duration.ofMillis(100);

    /** How much older than its arrival a line's time may be, and count as the line states it. */
    private static final Duration LATENESS = Duration.ofSeconds(60);

    private final String jail;
    private final Surroundings surroundings;
    private final Inbox inbox;
    private final Decisions decisions;
    private final Memory memory;
    private final Actions actions;
    private final Watch watch;
    private final Counts counts;
    private final NetworkBanning networks;
    private final IneffectiveBans ineffective;
    private final CutOffTally cutOffs;
    private final NamedHosts namedHosts;
    private final Reporter reporter;
    private final Judge judge;
    private JailSettings inForce;
    /** By which clock times were told last; null before the first. Written by this thread. */
    private volatile ClockMark told;

    /** Written by this thread. */
    private volatile boolean toldPastBans;

    private Instant reconsidered = Instant.MIN;
    /** When it was looked last whether the jail's state has changed. */
    private Instant reported = Instant.EPOCH;

    /** How long it rests if its logs are still being opened then. */
    private Duration opening = SHORT_REST;

    private boolean stopping;
    private boolean releasing;

    JailThread(String jail, Surroundings surroundings, Inbox inbox, Decisions decisions, Parts parts) {
        this.jail = jail;
        this.surroundings = surroundings;
        this.inbox = inbox;
        this.decisions = decisions;
        this.memory = parts.memory();
        this.actions = parts.actions();
        this.watch = parts.watch();
        this.counts = parts.counts();
        this.networks = parts.networks();
        this.ineffective = parts.ineffective();
        this.cutOffs = parts.cutOffs();
        this.namedHosts = parts.namedHosts();
        this.reporter = parts.reporter();
        this.judge = new Judge(jail, surroundings, decisions, parts, this::expire);
    }

    /**
     * What the thread works with.
     *
     * @param cutOffs what the regexes of its filter could not be asked
     * @param namedHosts failures of hosts that its logs name
     * @param reporter is run when the jail's state may have changed
     */
    record Parts(
            Memory memory,
            Actions actions,
            Watch watch,
            Counts counts,
            NetworkBanning networks,
            IneffectiveBans ineffective,
            CutOffTally cutOffs,
            NamedHosts namedHosts,
            Reporter reporter) {}

    @Override
    public void run() {
        try {
            while (!stopping) {
                turn();
            }
            countLinesRead();
            watch.close();
            memory.end();
        } catch (InterruptedException stop) {
            // Asked to end at once: what was decided is written already, and other lines are read again.
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /** A method of its own: what stands in a loop that never ends stays uncompiled for long. */
    private void turn() throws InterruptedException {
        Optional<Inbox.Work> next = inbox.take(rest());
        next.ifPresent(work -> guard(() -> handle(work)));
        boolean lines = next.flatMap(Inbox.Work::lines).isPresent();
        guard(() -> look(lines));
    }

    /** Whatever an action does: a log that stays open could not be opened when the jail is enabled again. */
    private void end() {
        try {
            actions.stop(releasing);
            surroundings.announcements().actionsChanged(jail);
        } finally {
            memory.close();
            decisions.close();
        }
    }

    /** Begins: what was remembered is in force again, and the watch begins where it ended. */
    void begin(JailSettings settings) {
        memory.restore();
        tellClock();
        decisions.findHeld();
        List<Ban> over = decisions.expire(surroundings.clock().instant());
        memory.keep(false);
        if (memory.isDamaged()) {
            actions.recollect();
        }
        wire(settings);
        // Said when it is so: to keep many out again takes less time than to say it.
        surroundings.announcements().restored(jail, decisions.bans());
        // What ended while nobody was there may still stand in the list.
        over.forEach(ban -> release(ban, UnbanCause.EXPIRED, Caller.DAEMON));
    }

    /** Takes up other settings, or services that came or went. */
    void wire(JailSettings settings) {
        inForce = settings;
        decisions.use(settings.thresholds());
        surroundings.announcements().simulating(jail, settings.simulating());
        if (settings.thresholds().banTimes().overallJails()) {
            surroundings.offenders().want();
        }
        endSimulation(settings);
        List<String> before = actions.names();
        actions.use(settings, decisions.bans());
        if (!before.equals(actions.names())) {
            surroundings.announcements().actionsChanged(jail);
        }
        countLinesRead();
        watch.use(settings);
        counts.use(settings.charset());
        namedHosts.use(settings.useDns());
        refreshCounts();
    }

    /** Before sources may be closed, which count anew then. */
    private void countLinesRead() {
        counts.linesRead(watch.status());
    }

    /** Nobody is to be kept out because of what was only a trial. */
    private void endSimulation(JailSettings settings) {
        int ended = settings.simulating()
                ? 0
                : decisions.endSimulated(surroundings.clock().instant());
        if (ended > 0) {
            memory.keep(true);
            LOG.info("[{}] enforces from now on; {} bans that were only simulated are ended", jail, ended);
        }
    }

    /**
     * Ends after the work that is waiting now.
     *
     * @param release whether to take the jail's bans out of the system
     */
    void stop(boolean release) {
        stopping = true;
        releasing = release;
    }

    private Duration rest() {
        Duration longest = longestRest();
        Duration untilNextEnd = decisions
                .nextEnd()
                .map(end -> Duration.between(surroundings.clock().instant(), end))
                .orElse(longest);
        return untilNextEnd.compareTo(longest) < 0 ? untilNextEnd : longest;
    }

    /** Nobody tells when logs are found: it is looked for, first soon and then ever later. */
    private Duration longestRest() {
        if (!reporter.isOpening()) {
            opening = SHORT_REST;
            return isWaiting() ? REST : LONG_REST;
        }
        Duration rest = opening;
        opening = rest.compareTo(REST) < 0 ? rest.multipliedBy(2) : REST;
        return rest;
    }

    /** Whether there is something that is to be looked at again soon though nobody tells of it. */
    private boolean isWaiting() {
        return decisions.trackedAddresses() > 0
                || !decisions.held(1).isEmpty()
                || judge.hasMoreToSay()
                || !memory.problem().isEmpty()
                || !ineffective.remark().isEmpty()
                || actions.wrong().isPresent();
    }

    /** Whether something has happened that it is to look after, and nobody has told it. From any thread. */
    boolean hasNews() {
        boolean pastBansWanted = !toldPastBans && surroundings.offenders().isWanted();
        ClockMark before = told;
        return pastBansWanted
                || surroundings.clockMark().filter(mark -> mark != before).isPresent()
                || watch.hasMoved()
                || reporter.hasNews();
    }

    /** Errors too: a plug-in whose bundle is gone or does not fit throws them. Out of memory ends the process. */
    private void guard(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("[{}] a fault of Bailiff's own or of a plug-in; the jail goes on", jail, fault);
            counts.fault(fault);
        }
    }

    private void handle(Inbox.Work work) {
        work.command().ifPresent(Runnable::run);
        work.lines().filter(watch::isCurrent).ifPresent(this::read);
    }

    /**
     * Looks after what is due.
     *
     * @param lines whether lines were handled, and no command: they change the jail's state seldom, and come often
     */
    private void look(boolean lines) {
        tellClock();
        tellPastBans();
        Instant now = surroundings.clock().instant();
        expire(now);
        inbox.welcome().forEach(Seat::room);
        forget(now);
        decisions.thresholds().ignoreList().refresh();
        refreshCounts();
        judge.sum();
        if (inbox.isEmpty()) {
            watch.settle();
            memory.keep(false);
            memory.retry(now);
            retryActions();
            reconsider(now);
            watch.lint();
            ineffective.look(this::isInForce, now);
            report(now, lines);
        }
    }

    private void report(Instant now, boolean lines) {
        if (!lines || Duration.between(reported, now).abs().compareTo(REPORTED) >= 0) {
            reported = now;
            reporter.run();
        }
    }

    /** A clock that was set moves what was to last: before anything is judged or ended by it. */
    private void tellClock() {
        ClockMark mark = surroundings.clockMark().orElse(told);
        if (mark == told) {
            return;
        }
        told = mark;
        // What is decided until now is told by the clock as it was.
        memory.keep(false);
        decisions.clock(mark).ifPresent(shift -> {
            LOG.warn(
                    "[{}] the clock was set by {} s; counts and bans are moved along",
                    jail,
                    shift.by().toSeconds());
            memory.move(shift);
            decisions.bans().forEach(actions::ban);
        });
    }

    private void tellPastBans() {
        if (!toldPastBans && surroundings.offenders().isWanted()) {
            toldPastBans = true;
            decisions.tellPastBans();
        }
    }

    private boolean isInForce(Ban ban) {
        return decisions.find(ban.target()).filter(ban::equals).isPresent();
    }

    /** The clock forgets failures only where no line from before is left to come, which might count with them. */
    private void forget(Instant now) {
        if (inbox.isEmpty() && watch.isAbreast()) {
            decisions.forget(now.minus(LATENESS));
        }
    }

    /** What was refused may be right by now: another jail on the same list may have let its old settings go. */
    private void retryActions() {
        if (inForce != null && actions.wrong().isPresent()) {
            actions.use(inForce, decisions.bans());
        }
    }

    private void expire(Instant now) {
        List<Ban> over = decisions.expire(now);
        if (!over.isEmpty()) {
            memory.keep(false);
            over.forEach(ban -> release(ban, UnbanCause.EXPIRED, Caller.DAEMON));
        }
    }

    private void reconsider(Instant now) {
        if (now.isBefore(reconsidered) || !now.isBefore(reconsidered.plus(RECONSIDERING))) {
            reconsidered = now;
            decisions.held(RECONSIDERED).forEach(judge::reconsider);
        }
    }

    /** There is an answer for which the address' ban waited. */
    void reconsider(Address address) {
        decisions.held(address).ifPresent(judge::reconsider);
        memory.keep(false);
    }

    /** Carries out an unban that is decided and remembered. */
    void release(Ban ban, UnbanCause cause, Caller caller) {
        actions.unban(ban);
        refreshCounts();
        surroundings.announcements().unbanned(ban, cause, caller);
    }

    /** What the action noticed: somebody or something else ended the ban. */
    void ended(Network target, UnbanCause cause) {
        Optional<Ban> ended = decisions.end(target, surroundings.clock().instant());
        if (cause == UnbanCause.EVICTED) {
            // Of a full list, each new ban ends one: nobody's deed, and remembered with what comes next.
            // After a crash the list is full again.
            ended.ifPresent(ban -> release(ban, cause, Caller.DAEMON));
        } else {
            ended.ifPresent(ban -> letIn(ban, cause));
        }
    }

    private void letIn(Ban ban, UnbanCause cause) {
        memory.keep(true);
        release(ban, cause, Caller.DAEMON);
        surroundings
                .announcements()
                .audit(Caller.DAEMON, "unban", jail + " " + ban.target(), Orders.end(ban), "", cause.name());
    }

    /** What the action found in its place, of somebody else's: it becomes a ban, unless the jail never bans it. */
    void adopt(Network target) {
        Instant now = surroundings.clock().instant();
        if (decisions.objection(target, now).isPresent()
                || decisions.find(target).isPresent()) {
            return;
        }
        Ban ban = decisions.adopt(target, now);
        actions.ban(ban);
        memory.keep(true);
        refreshCounts();
        surroundings.announcements().banned(ban, Duration.ZERO);
        surroundings.announcements().audit(Caller.DAEMON, "adopt", jail + " " + target, "", "", "done");
    }

    private void read(Delivery delivery) {
        CandidateLines lines = delivery.lines();
        tellClock();
        Instant now = surroundings.clock().instant();
        expire(now);
        memory.beginAt(lines.stream(), lines.before());
        if (mayKeepAmid(lines)) {
            memory.noteSessions();
        }
        judge.judge(lines);
        cutOffs.look(lines.matcher());
        memory.counted(lines.stream(), lines.after().text(), () -> watch.sessionText(lines.stream()));
        memory.keepInTime(!inbox.isEmpty(), now);
        delivery.seat().delivered();
    }

    /** Whether something may have to be on disk before all of the lines are judged. */
    private boolean mayKeepAmid(CandidateLines lines) {
        Instant latest = lines.arrival().plus(Occasion.TOLERANCE);
        return decisions.thresholds().networkBans().isOn()
                || decisions.nextEnd().filter(end -> !end.isAfter(latest)).isPresent();
    }

    /** Shows the counts as they are now. */
    void refreshCounts() {
        counts.refresh(decisions);
    }

    /** The jail's decisions, for commands that run on its thread. */
    Decisions decisions() {
        return decisions;
    }

    Actions actions() {
        return actions;
    }

    Memory memory() {
        return memory;
    }

    /** What the actions can show of a target, and what the log says against it. */
    List<Proof> proofs(Network target) {
        List<Proof> proofs = new ArrayList<>(actions.prove(target));
        ineffective.report(target).ifPresent(message -> proofs.add(Proof.of("log", false, message)));
        return proofs;
    }

    NetworkBanning networks() {
        return networks;
    }
}
