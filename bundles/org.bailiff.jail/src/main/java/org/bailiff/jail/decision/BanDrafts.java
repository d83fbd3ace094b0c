// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.BanTime;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.jail.BanRequest;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** Draws up bans: who, from when, until when, the how manieth. Nothing is decided by that. Used by the jail's thread. */
final class BanDrafts {
    private final String jail;
    private final BanBook book;
    private final PastBans pastBans;

    BanDrafts(String jail, BanBook book, PastBans pastBans) {
        this.jail = jail;
        this.book = book;
        this.pastBans = pastBans;
    }

    /** What the failures of a window lead to, from this moment on. */
    Ban ofFailures(Network target, FailureWindow window, Instant since, Thresholds thresholds) {
        List<Evidence> evidence = window.failures();
        List<Evidence> kept = evidence.subList(Math.max(0, evidence.size() - thresholds.maxMatches()), evidence.size());
        BanOrigin origin = thresholds.simulating() ? BanOrigin.SIMULATED : BanOrigin.FAILURES;
        return begun(target, since, origin, kept, thresholds);
    }

    /** What somebody else keeps out, as the ban that it would be from now on. */
    Ban ofStranger(Network target, Instant now, Thresholds thresholds) {
        return begun(target, now, BanOrigin.ADOPTED, List.of(), thresholds);
    }

    private Ban begun(Network target, Instant since, BanOrigin origin, List<Evidence> evidence, Thresholds thresholds) {
        int count = count(target, since, thresholds);
        return new Ban(
                Ban.idOf(jail, target, since),
                jail,
                target,
                since,
                banTime(target, count, thresholds).endFrom(since),
                count,
                origin,
                Caller.DAEMON.principal(),
                "",
                evidence);
    }

    /** A ban by hand; a target that is banned keeps its ban's id and beginning, and gets another end. */
    Ban byHand(BanRequest request, Caller caller, Instant now, Thresholds thresholds) {
        Network target = request.target();
        Optional<Ban> before = book.find(target);
        BanTime banTime = request.banTime().orElseGet(() -> banTime(target, now, thresholds));
        return new Ban(
                before.map(Ban::id).orElseGet(() -> Ban.idOf(jail, target, now)),
                jail,
                target,
                before.map(Ban::since).orElse(now),
                banTime.endFrom(now),
                before.map(Ban::count).orElseGet(() -> count(target, now, thresholds)),
                BanOrigin.MANUAL,
                caller.principal(),
                SafeText.of(request.reason()),
                before.map(Ban::evidence).orElse(List.of()));
    }

    /** How long the ban of a target lasts that begins at this moment. */
    BanTime banTime(Network target, Instant since, Thresholds thresholds) {
        return banTime(target, count(target, since, thresholds), thresholds);
    }

    private BanTime banTime(Network target, int count, Thresholds thresholds) {
        int elsewhere = thresholds.banTimes().overallJails() ? pastBans.elsewhere(jail, target) : 0;
        return thresholds.banTimes().of(target, count + elsewhere);
    }

    /** Which ban of the target one is that begins at this moment, from 1. */
    int count(Network target, Instant since, Thresholds thresholds) {
        return book.nextCount(target, thresholds.remembersSince(since));
    }

    /** How many attempts a failure at this moment stands for, because this jail banned its target before. */
    int weight(Network target, Instant when, Thresholds thresholds) {
        if (!book.hasEnded() || !thresholds.banTimes().weighs()) {
            return 1;
        }
        return thresholds.banTimes().weight(count(target, when, thresholds) - 1);
    }
}
