// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.UnbanCause;
import org.bailiff.api.action.Enforcement;
import org.bailiff.api.action.Proof;
import org.bailiff.api.jail.BanReport;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.api.jail.Explanation;
import org.bailiff.api.store.BanHistory;
import org.bailiff.jail.decision.Decisions;
import org.bailiff.text.Address;
import org.bailiff.text.Network;

/** What operators order, carried out on the jail's thread. */
final class Orders {
    /** What is left to hold a ban up, if nothing else does. */
    private static final String UNANSWERED = "ignorecommand has not answered yet whether it may be banned";

    private final String jail;
    private final Surroundings surroundings;

    Orders(String jail, Surroundings surroundings) {
        this.jail = jail;
        this.surroundings = surroundings;
    }

    BanReport ban(JailThread work, BanRequest request, Caller caller) {
        Decisions decisions = work.decisions();
        Optional<String> objection =
                decisions.objection(request.target(), surroundings.clock().instant());
        boolean overruled = request.force() && caller.isAdministrator() && decisions.mayBeForced(request.target());
        if (objection.isPresent() && !overruled) {
            throw new IllegalArgumentException(objection.get());
        }
        Optional<Ban> before = decisions.find(request.target());
        if (before.isPresent() && request.banTime().isEmpty()) {
            Enforcement enforcement = work.actions().ban(before.get());
            return report(before.get(), false, enforcement, true, " is banned already");
        }
        Ban ban = decisions.ban(request, caller, surroundings.clock().instant());
        Enforcement enforcement = work.actions().ban(ban);
        boolean kept = work.memory().keep(true);
        if (!ban.target().isSingle() && enforcement.inForce()) {
            work.networks().replaceMembers(ban);
        }
        surroundings.announcements().banned(ban, Duration.ZERO);
        BanReport report = report(ban, true, enforcement, kept, " is banned");
        String why = ban.reason().isEmpty() ? "" : ", '" + ban.reason() + "'";
        audit(
                caller,
                "ban",
                request.target(),
                new Trace(before.map(Orders::end).orElse(""), end(ban) + why, outcome(report)));
        return report;
    }

    private BanReport report(Ban ban, boolean changed, Enforcement enforcement, boolean kept, String what) {
        StringBuilder sentence = new StringBuilder("[" + jail + "] " + ban.target() + what);
        sentence.append(ban.until()
                .map(until -> " until " + until.truncatedTo(ChronoUnit.SECONDS))
                .orElse(" for ever"));
        if (!enforcement.inForce()) {
            sentence.append("; not in force yet: ").append(enforcement.reason());
        }
        if (!kept) {
            sentence.append(
                    enforcement.inForce() ? "; in force, not kept: a restart will not know of it" : "; not kept");
        }
        return new BanReport(Optional.of(ban), changed, enforcement.inForce(), kept, sentence.toString());
    }

    BanReport unban(JailThread work, Network target, Caller caller) {
        Instant now = surroundings.clock().instant();
        Optional<Ban> own = work.decisions().end(target, now);
        // Whoever lets an address in wants it in, and its network keeps it out too.
        Optional<Ban> network = target.isSingle() ? work.decisions().covering(target.base()) : Optional.empty();
        network.ifPresent(wider -> work.decisions().end(wider.target(), now));
        boolean kept = work.memory().keep(true);
        own.ifPresent(ban -> work.release(ban, UnbanCause.COMMAND, caller));
        network.ifPresent(ban -> work.release(ban, UnbanCause.COMMAND, caller));
        Optional<Ban> ended = own.or(() -> network);
        if (ended.isEmpty()) {
            return withoutBan(work, target, caller, kept);
        }
        String sentence = "[" + jail + "] " + target + " is no longer banned"
                + network.map(wider -> ", nor is its network " + wider.target()).orElse("")
                + (kept ? "" : "; not kept: a restart may ban it again");
        BanReport report = new BanReport(ended, true, true, kept, sentence);
        Stream.concat(own.stream(), network.stream())
                .forEach(ban -> audit(caller, "unban", ban.target(), new Trace(end(ban), "", outcome(report))));
        return report;
    }

    /** Nobody's ban, but it may stand in an action's place all the same: put there by somebody else, or left over. */
    private BanReport withoutBan(JailThread work, Network target, Caller caller, boolean kept) {
        boolean keptOut = isKeptOut(work, target);
        work.actions()
                .unban(work.decisions().strange(target, surroundings.clock().instant()));
        boolean letIn = keptOut && !isKeptOut(work, target);
        if (letIn) {
            audit(caller, "unban", target, new Trace("kept out by somebody else", "", "done"));
        }
        String sentence = letIn ? " was no ban of the jail's, and is no longer kept out" : " is not banned";
        return new BanReport(Optional.empty(), letIn, true, kept, "[" + jail + "] " + target + sentence);
    }

    private static boolean isKeptOut(JailThread work, Network target) {
        return work.actions().prove(target).stream().anyMatch(Proof::inForce);
    }

    /**
     * @param rate why bans wait for others to end; empty if none does
     */
    Explanation explain(JailThread work, Address address, String rate) {
        Decisions decisions = work.decisions();
        Optional<Ban> ban = decisions.covering(address);
        Network target = ban.map(Ban::target).orElse(Network.single(address));
        Optional<BanHistory> past = decisions.past(target);
        List<Evidence> counted = decisions.counted(address);
        Optional<String> ignored =
                decisions.ignored(address, surroundings.clock().instant());
        return new Explanation(
                jail,
                Network.single(address),
                ban,
                ban.map(current -> current.count() - 1)
                        .orElse(past.map(BanHistory::count).orElse(0)),
                past.map(BanHistory::ended),
                counted,
                counted.stream().mapToInt(Evidence::attempts).sum(),
                decisions.thresholds().maxRetry(),
                ignored,
                work.proofs(target),
                decisions.held(address).map(key -> ignored.orElse(rate.isEmpty() ? UNANSWERED : rate)));
    }

    /** What goes into the audit trail of a change. */
    private record Trace(String before, String after, String outcome) {}

    private void audit(Caller caller, String what, Network target, Trace trace) {
        surroundings
                .announcements()
                .audit(caller, what, jail + " " + target, trace.before(), trace.after(), trace.outcome());
    }

    /** When a ban ends, for people. */
    static String end(Ban ban) {
        return ban.until()
                .map(until -> "until " + until.truncatedTo(ChronoUnit.SECONDS))
                .orElse("for ever");
    }

    private static String outcome(BanReport report) {
        return report.inForce() && report.kept() ? "done" : report.sentence();
    }

    /** Takes the jail's entries out of the system, and ends nothing: a restart puts them back. */
    List<Ban> release(JailThread work, Caller caller) {
        List<Ban> bans = work.decisions().bans();
        bans.forEach(work.actions()::unban);
        surroundings
                .announcements()
                .audit(caller, "release", jail, "", bans.size() + (bans.size() == 1 ? " ban" : " bans"), "done");
        return bans;
    }
}
