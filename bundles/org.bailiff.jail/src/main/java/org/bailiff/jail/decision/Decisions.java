// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.Failure;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.NetworkBans;
import org.bailiff.api.store.BanHistory;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * What a jail decides. It depends on the failures' own times, the thresholds and the operator's commands alone, so the
 * same lines lead to the same bans whenever they are read.
 */
public final class Decisions {
    private final String jail;
    private final FailureWindows windows;
    private final BanBook book;
    private final Neighbourhoods neighbourhoods;
    private final Changes changes = new Changes();
    private Thresholds thresholds;
    private long totalFailed;
    private long totalBanned;

    /**
     * @param room for what is counted and banned; shared with other jails
     */
    public Decisions(String jail, Thresholds thresholds, Room room) {
        this.jail = jail;
        this.thresholds = thresholds;
        this.windows = new FailureWindows(room);
        this.book = new BanBook(room);
        this.neighbourhoods = new Neighbourhoods(book);
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

    /** Counts a failure. The ban that it may lead to begins at the failure's time. */
    public Outcome failed(Failure failure, String line) {
        totalFailed++;
        return obstacle(failure)
                .orElseGet(() -> count(failure, Network.single(failure.address().orElseThrow()), SafeText.of(line)));
    }

    /**
     * Whether a failure that this very line tells of, of this very moment, is among those that count now. Where room is
     * short and no line was kept, the moment decides.
     */
    public boolean hasCounted(Failure failure, String line) {
        String text = SafeText.of(line);
        return windows.find(failure.id()).stream()
                .flatMap(window -> window.failures().stream())
                .filter(counted -> counted.time().equals(failure.time()))
                .anyMatch(counted -> counted.line().isEmpty() || counted.line().equals(text));
    }

    /** Why the failure does not count; empty if it does. */
    Optional<Outcome> obstacle(Failure failure) {
        if (failure.address().isEmpty()) {
            return Optional.of(Outcome.of(Outcome.Kind.NO_ADDRESS));
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
        return book.past(Network.single(address))
                .filter(past -> failure.time().isBefore(past.ended()))
                .map(past -> Outcome.of(Outcome.Kind.PAST_BAN));
    }

    private Outcome count(Failure failure, Network target, String line) {
        Evidence evidence = new Evidence(failure.time(), failure.regex(), failure.attempts(), line);
        Optional<FailureWindow> window =
                windows.add(failure.id(), evidence, thresholds.findTime(), thresholds.maxRetry());
        if (window.isEmpty()) {
            return Outcome.of(Outcome.Kind.NO_ROOM);
        }
        changes.failure(new FailureMark(failure.id(), evidence));
        if (window.get().attempts(thresholds.findTime()) < thresholds.maxRetry()) {
            return Outcome.of(Outcome.Kind.COUNTED);
        }
        Ban ban = banFor(target, window.get());
        windows.clear(failure.id());
        changes.cleared(failure.id());
        add(ban);
        return Outcome.of(Outcome.Kind.BANNED, ban);
    }

    /** The ban that the failures of the window lead to. */
    Ban banFor(Network target, FailureWindow window) {
        Instant since = window.newest();
        int count = book.nextCount(target);
        return new Ban(
                Ban.idOf(jail, target, since),
                jail,
                target,
                since,
                thresholds.banTimes().of(target, count).endFrom(since),
                count,
                BanOrigin.FAILURES,
                Caller.DAEMON.principal(),
                "",
                window.failures());
    }

    private void add(Ban ban) {
        book.add(ban);
        changes.banned(ban);
        totalBanned++;
    }

    /** Why the target must not be banned by hand, as a sentence; empty if it may be. */
    public Optional<String> objection(Network target, Instant now) {
        if (!target.isSingle() && !thresholds.networkBans().isOn()) {
            return Optional.of(target + " is a network, and jail " + jail + " bans single addresses only; '"
                    + NetworkBans.KEY + "' changes that");
        }
        if (!target.isSingle() && !NetworkBans.isBannable(target)) {
            return Optional.of(target + " is not of a size that can be banned: IPv4's is /24, IPv6's /64, e.g. "
                    + NetworkBans.networkOf(target.base()));
        }
        return ignored(target, now).map(reason -> target + " is never banned by jail " + jail + " (" + reason + ")");
    }

    /** Whether nothing but the ignore list speaks against a ban by hand. */
    public boolean mayBeForced(Network target) {
        return target.isSingle() || thresholds.networkBans().isOn() && NetworkBans.isBannable(target);
    }

    private Optional<String> ignored(Network target, Instant now) {
        return target.isSingle()
                ? ignored(target.base(), now)
                : thresholds.ignoreList().within(target, now);
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
        Optional<Ban> before = book.find(request.target());
        int count = before.map(Ban::count).orElseGet(() -> book.nextCount(request.target()));
        BanTime banTime =
                request.banTime().orElseGet(() -> thresholds.banTimes().of(request.target(), count));
        Ban ban = new Ban(
                before.map(Ban::id).orElseGet(() -> Ban.idOf(jail, request.target(), now)),
                jail,
                request.target(),
                before.map(Ban::since).orElse(now),
                banTime.endFrom(now),
                count,
                BanOrigin.MANUAL,
                caller.principal(),
                SafeText.of(request.reason()),
                before.map(Ban::evidence).orElse(List.of()));
        book.add(ban);
        changes.banned(ban);
        totalBanned += before.isPresent() ? 0 : 1;
        return ban;
    }

    /** Takes over what somebody else keeps out: a ban of the jail's ban time, from now on. */
    public Ban adopt(Network target, Instant now) {
        Ban ban = strange(target, now);
        add(ban);
        return ban;
    }

    /** What somebody else keeps out, as the ban that it would be; nothing is decided by that. */
    public Ban strange(Network target, Instant now) {
        int count = book.nextCount(target);
        return new Ban(
                Ban.idOf(jail, target, now),
                jail,
                target,
                now,
                thresholds.banTimes().of(target, count).endFrom(now),
                count,
                BanOrigin.ADOPTED,
                Caller.DAEMON.principal(),
                "",
                List.of());
    }

    /** Ends the ban of a target now, and forgets its failures; the ban that was, or empty. */
    public Optional<Ban> end(Network target, Instant now) {
        if (target.isSingle() && windows.clear(target.toString())) {
            changes.cleared(target.toString());
        }
        Optional<Ban> ban = book.find(target);
        book.end(target, now).ifPresent(changes::ended);
        return ban;
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

    /** Why the address is not banned for what it does now; empty if it may be. */
    public Optional<String> ignored(Address address, Instant now) {
        return thresholds.ignoreList().reason(address, now);
    }

    /** The failures of the address that count now, oldest first. */
    public List<Evidence> counted(Address address) {
        return counted(address.toString());
    }

    /** The failures of the id that count now, oldest first. */
    List<Evidence> counted(String id) {
        return windows.find(id).map(FailureWindow::failures).orElse(List.of());
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
    public void position(String stream, String position, String session) {
        changes.position(stream, position);
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
                .places(positions, sessions, beginnings)
                .failures(windows.marks())
                .ended(book.history().values().iterator())
                .banned(book.bans().iterator())
                .records();
    }
}
