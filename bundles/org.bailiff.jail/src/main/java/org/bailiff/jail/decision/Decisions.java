// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.ClockMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * What a jail decides. It depends on the failures' own times, the thresholds and the operator's commands alone, and on
 * what a {@link BanGate} says, so the same lines lead to the same bans whenever they are read.
 */
public final class Decisions {
    private final String jail;
    private final BanGate gate;
    private final PastBans pastBans;
    private final FailureWindows windows;
    private final BanBook book;
    private final BanDrafts drafts;
    private final Neighbourhoods neighbourhoods;
    private final Changes changes = new Changes();
    private final Set<String> held = new LinkedHashSet<>();
    private final ClockTold clock = new ClockTold();
    private Thresholds thresholds;
    private long totalFailed;
    private long totalBanned;

    /**
     * @param room for what is counted and banned; shared with other jails
     * @param gate has the last word before failures lead to a ban
     * @param pastBans by other jails
     */
    public Decisions(String jail, Thresholds thresholds, Room room, BanGate gate, PastBans pastBans) {
        this.jail = jail;
        this.thresholds = thresholds;
        this.gate = gate;
        this.pastBans = pastBans;
        this.windows = new FailureWindows(room);
        this.book = new BanBook(room);
        this.drafts = new BanDrafts(jail, book, pastBans);
        this.neighbourhoods = new Neighbourhoods(book, drafts);
    }

    /** Other thresholds from now on; what was counted counts. */
    public void use(Thresholds replacement) {
        thresholds = replacement;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** Takes up what was remembered. */
    public void restore(JailRecord record) {
        record.clock().flatMap(clock::tell).ifPresent(this::move);
        record.cleared().forEach(windows::clear);
        record.failures()
                .forEach(mark -> windows.add(mark.id(), mark.evidence(), thresholds.findTime(), thresholds.maxRetry()));
        for (BanHistory history : record.ended()) {
            book.end(history.target(), history.ended());
            book.remember(history);
        }
        record.banned().forEach(book::add);
        totalFailed = record.totals().failed();
        totalBanned = record.totals().banned();
    }

    /**
     * Takes up by which clock times are told from now on. If it was set since, the times of before are moved along: what was
     * to last an hour lasts an hour.
     *
     * @return how they were moved; empty if they were not
     */
    public Optional<ClockShift> clock(ClockMark mark) {
        Optional<ClockShift> shift = clock.tell(mark);
        shift.ifPresent(this::move);
        if (clock.isNew()) {
            changes.clock(mark);
        }
        return shift;
    }

    private void move(ClockShift shift) {
        windows.move(shift.by(), shift.from(), shift.to());
        book.move(shift);
    }

    /** Counts a failure. The bans that it may lead to begin at the failure's time. */
    public Outcome failed(Failure failure, String line) {
        Optional<Outcome> obstacle = obstacle(failure);
        if (obstacle.isEmpty()) {
            totalFailed++;
            return count(failure, SafeText.of(line));
        }
        totalFailed += obstacle.get().kind() == Outcome.Kind.IGNORED ? 0 : 1;
        return obstacle.get();
    }

    /**
     * Whether a failure that this very line tells of, of this very moment, is among those that count now. Where room is
     * short and no line was kept, the moment decides.
     */
    public boolean hasCounted(Failure failure, String line) {
        String text = SafeText.of(line);
        return counted(thresholds.counting().key(failure)).stream()
                .filter(counted -> counted.time().equals(failure.time()))
                .anyMatch(counted -> counted.line().isEmpty() || counted.line().equals(text));
    }

    /** Why the failure does not count; empty if it does. */
    Optional<Outcome> obstacle(Failure failure) {
        if (failure.address().isEmpty()) {
            return Optional.of(Outcome.NO_ADDRESS);
        }
        Address address = failure.address().get();
        Optional<String> ignored = thresholds.ignoreList().reason(address, failure.time());
        if (ignored.isPresent()) {
            return Optional.of(Outcome.ignored(ignored.get()));
        }
        Optional<Ban> ban = book.covering(address);
        if (ban.isPresent()) {
            return Optional.of(Outcome.of(Outcome.Kind.ALREADY_BANNED, ban.get()));
        }
        return book.mayHaveEndedAfter(failure.time())
                ? book.lastEnd(address).filter(failure.time()::isBefore).map(ended -> Outcome.of(Outcome.Kind.PAST_BAN))
                : Optional.empty();
    }

    private Outcome count(Failure failure, String line) {
        String key = thresholds.counting().key(failure);
        Evidence evidence = evidence(failure, key, line);
        if (evidence.address().isEmpty()) {
            failure.address().ifPresent(address -> windows.expect(key, address));
        }
        int attempts = windows.add(key, evidence, thresholds.findTime(), thresholds.maxRetry());
        if (attempts == 0) {
            return Outcome.NO_ROOM;
        }
        changes.failure(key, evidence, thresholds.findTime(), thresholds.maxRetry());
        return attempts < thresholds.maxRetry()
                ? Outcome.COUNTED
                : windows.find(key)
                        .map(window -> judge(key, window, window.newest()))
                        .orElse(Outcome.COUNTED);
    }

    /** The failure as it counts for this key. */
    Evidence evidence(Failure failure, String key, String line) {
        Address address = failure.address().orElseThrow();
        int weight = drafts.weight(Network.single(address), failure.time(), thresholds);
        int attempts = (int) Math.min(Integer.MAX_VALUE, (long) failure.attempts() * weight);
        Optional<Address> told = address.isWrittenAs(key) ? Optional.empty() : failure.address();
        return new Evidence(failure.time(), failure.regex(), attempts, line, told);
    }

    /**
     * Looks again at what counts for a key, because the {@link BanGate} may have another answer. The ban that was held up
     * begins now: its time is not what it waited.
     */
    public Outcome reconsider(String key, Instant now) {
        held.remove(key);
        return windows.find(key).map(window -> judge(key, window, now)).orElse(Outcome.COUNTED);
    }

    /**
     * Keys whose failures are enough for a ban that was not to be yet, so many at most: a copy. Those that were reconsidered
     * longest ago come first.
     */
    public List<String> held(int most) {
        return held.stream().limit(most).toList();
    }

    /** The one of them that failures of the address count for, as far as the address tells. */
    public Optional<String> held(Address address) {
        return thresholds.counting().keyOf(address).filter(held::contains);
    }

    /** Finds those among what was remembered. */
    public void findHeld() {
        windows.full(thresholds.findTime(), thresholds.maxRetry(), held::add);
    }

    private Outcome judge(String key, FailureWindow window, Instant since) {
        if (window.attempts(thresholds.findTime()) < thresholds.maxRetry()) {
            return Outcome.COUNTED;
        }
        List<Ban> due = new ArrayList<>();
        boolean waits = false;
        for (Ban draft : drafts(key, window, since)) {
            BanGate.Verdict verdict = gate.ask(draft);
            waits |= verdict == BanGate.Verdict.WAIT;
            if (verdict == BanGate.Verdict.BAN) {
                due.add(draft);
            }
        }
        if (waits) {
            held.add(key);
        } else {
            windows.clear(key);
            changes.cleared(key);
        }
        due.replaceAll(this::add);
        if (!due.isEmpty()) {
            return Outcome.banned(due);
        }
        return waits ? Outcome.of(Outcome.Kind.HELD) : Outcome.ignored("none of its addresses is to be banned");
    }

    /** The bans that the failures of the window lead to, from this moment on. */
    List<Ban> drafts(String key, FailureWindow window, Instant since) {
        List<Ban> bans = new ArrayList<>(1);
        for (Network target : Targets.of(key, window, thresholds)) {
            if (!target.isSingle() || book.covering(target.base()).isEmpty()) {
                bans.add(drafts.ofFailures(target, window, since, thresholds));
            }
        }
        return bans;
    }

    private Ban add(Ban ban) {
        changes.banned(ban);
        pastBans.banned(jail, ban.target(), ban.count());
        totalBanned++;
        return book.add(ban);
    }

    /**
     * Somebody gained access: the failures before it are forgiven, if the jail does so.
     *
     * @return whether there was anything to forgive
     */
    public boolean gained(Match.Gain gain) {
        String key = thresholds.counting().kind() == Counting.Kind.NETWORK
                ? gain.address().flatMap(thresholds.counting()::keyOf).orElse(gain.id())
                : gain.id();
        boolean forgiven = thresholds.forgives()
                && windows.find(key)
                        .filter(window -> !window.newest().isAfter(gain.time()))
                        .isPresent();
        if (forgiven) {
            windows.clear(key);
            changes.cleared(key);
        }
        return forgiven;
    }

    /** Why the target must not be banned by hand, as a sentence; empty if it may be. */
    public Optional<String> objection(Network target, Instant now) {
        return new Objections(jail, thresholds).to(target, now);
    }

    /** Whether nothing but the ignore list speaks against a ban by hand. */
    public boolean mayBeForced(Network target) {
        return new Objections(jail, thresholds).mayBeForced(target);
    }

    /**
     * The ban of a network that is to take the place of those of its addresses, now that this address is banned. It is not
     * decided yet: see {@link #merge}.
     *
     * @param crowded whether room is short
     */
    public Optional<Ban> networkBan(Ban trigger, boolean crowded) {
        if (!trigger.target().isSingle()) {
            return Optional.empty();
        }
        return neighbourhoods
                .worthBanning(trigger, thresholds, crowded)
                .map(network -> neighbourhoods.banOf(network, trigger, thresholds));
    }

    /** Bans the network, unless it is already, and ends the bans of its addresses in its favour; the answer is those. */
    public List<Ban> merge(Ban network, Instant now) {
        if (book.find(network.target()).isEmpty()) {
            add(network);
        }
        List<Ban> members = book.within(network.target());
        members.forEach(member -> book.end(member.target(), now).ifPresent(changes::ended));
        return members;
    }

    /** A ban by hand; a target that is banned keeps its ban's id and beginning, and gets another end. */
    public Ban ban(BanRequest request, Caller caller, Instant now) {
        boolean isNew = book.find(request.target()).isEmpty();
        Ban ban = drafts.byHand(request, caller, now, thresholds);
        if (isNew) {
            return add(ban);
        }
        changes.banned(ban);
        return book.add(ban);
    }

    /** Takes over what somebody else keeps out: a ban of the jail's ban time, from now on. */
    public Ban adopt(Network target, Instant now) {
        return add(strange(target, now));
    }

    /** What somebody else keeps out, as the ban that it would be; nothing is decided by that. */
    public Ban strange(Network target, Instant now) {
        return drafts.ofStranger(target, now, thresholds);
    }

    /** Ends the ban of a target now, and forgets its failures; the ban that was, or empty. */
    public Optional<Ban> end(Network target, Instant now) {
        forgetFailuresOf(target);
        Optional<Ban> ban = book.find(target);
        book.end(target, now).ifPresent(changes::ended);
        return ban;
    }

    private void forgetFailuresOf(Network target) {
        Optional<String> key =
                target.isSingle() ? thresholds.counting().keyOf(target.base()) : Optional.of(target.toString());
        key.filter(windows::clear).ifPresent(changes::cleared);
    }

    /**
     * Ends the bans that were only simulated, as if they had never been: the jail is to enforce.
     *
     * @return how many
     */
    public int endSimulated(Instant now) {
        List<Ban> simulated = book.bans().stream()
                .filter(ban -> ban.origin() == BanOrigin.SIMULATED)
                .toList();
        for (Ban ban : simulated) {
            book.end(ban.target(), now);
            BanHistory without = new BanHistory(ban.target(), ban.count() - 1, now);
            book.remember(without);
            changes.ended(without);
        }
        totalBanned -= simulated.size();
        return simulated.size();
    }

    /** Ends a ban that was over when it was decided, at its own end. */
    public void lapse(Ban ban) {
        ban.until().flatMap(end -> book.end(ban.target(), end)).ifPresent(changes::ended);
    }

    /** Ends the bans whose time is up; each ended at its own end, however late that is noticed. */
    public List<Ban> expire(Instant now) {
        List<Ban> over = new ArrayList<>(book.over(now));
        over.forEach(ban -> book.end(ban.target(), ban.until().orElse(now)).ifPresent(changes::ended));
        return over;
    }

    /** Forgets failures that cannot count towards a ban any more, if no line from before this moment is to come. */
    public void forget(Instant now) {
        windows.forgetBefore(now.minus(thresholds.findTime()));
    }

    /** Forgets everything, so that other jails have its room; what was kept stays kept. */
    public void close() {
        windows.close();
        book.close();
    }

    public Optional<Instant> nextEnd() {
        return book.nextEnd();
    }

    public Optional<Ban> find(Network target) {
        return book.find(target);
    }

    /** The ban that keeps the address out. */
    public Optional<Ban> covering(Address address) {
        return book.covering(address);
    }

    public Optional<BanHistory> past(Network target) {
        return book.past(target);
    }

    /** Tells the other jails how often each target was banned that is remembered. */
    public void tellPastBans() {
        book.history().values().forEach(past -> pastBans.banned(jail, past.target(), past.count()));
        book.bans().forEach(ban -> pastBans.banned(jail, ban.target(), ban.count()));
    }

    /** Why the address is not banned for what it does now; empty if it may be. */
    public Optional<String> ignored(Address address, Instant now) {
        return thresholds.ignoreList().within(Network.single(address), now);
    }

    /** The failures that count now for the address or for its network, oldest first; none if something else counts. */
    public List<Evidence> counted(Address address) {
        return thresholds.counting().keyOf(address).map(this::counted).orElse(List.of());
    }

    /** The failures that count now for the key, oldest first. */
    List<Evidence> counted(String key) {
        return windows.find(key).map(FailureWindow::failures).orElse(List.of());
    }

    /** The bans in force, ordered by target; a copy. */
    public List<Ban> bans() {
        return List.copyOf(book.bans());
    }

    public int currentlyBanned() {
        return book.bans().size();
    }

    public int trackedAddresses() {
        return windows.size();
    }

    /** How many networks are counted as a whole because the table of failures is full. */
    public int buckets() {
        return windows.buckets();
    }

    public JailRecord.Totals totals() {
        return new JailRecord.Totals(totalFailed, totalBanned);
    }

    /** Notes for the next record that lines up to here are counted. */
    public void position(String stream, String position) {
        changes.position(stream, position);
    }

    /** Notes for the next record what the lines up to that position have left open. */
    public void session(String stream, String session) {
        changes.session(stream, session);
    }

    /** Notes for the next record that failures of the stream before then are none of the jail's. */
    public void beginning(String stream, Instant beginning) {
        changes.beginning(stream, beginning);
    }

    public boolean hasChanges() {
        return !changes.isEmpty();
    }

    /** Whether the next record says something that must be on disk at once. */
    public boolean hasNewBans() {
        return changes.hasBans();
    }

    /** Whether the next record says so much that it is to be written now. */
    public boolean hasManyChanges() {
        return changes.isLarge();
    }

    /** What changed since the last call. */
    public JailRecord takeChanges() {
        return changes.take(totals());
    }

    /**
     * Everything, in records that together say it all; what {@link #takeChanges} would have said is in them. To be gone
     * through once, before anything changes.
     */
    public Iterable<JailRecord> whole(
            Map<String, String> positions, Map<String, String> sessions, Map<String, Instant> beginnings) {
        changes.take(totals());
        return () -> new WholeState(totals())
                .places(positions, sessions, beginnings, clock.mark())
                .failures(windows.marks())
                .ended(book.history().values().iterator())
                .banned(book.bans().iterator())
                .records();
    }
}
