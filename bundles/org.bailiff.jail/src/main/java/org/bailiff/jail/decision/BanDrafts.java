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

    /** What the failures of a window lead to. */
    Ban ofFailures(Network target, FailureWindow window, Thresholds thresholds) {
        Instant since = window.newest();
        List<Evidence> evidence = window.failures();
        List<Evidence> kept = evidence.subList(Math.max(0, evidence.size() - thresholds.maxMatches()), evidence.size());
        return begun(target, since, BanOrigin.FAILURES, kept, thresholds);
    }

    /** What somebody else keeps out, as the ban that it would be from now on. */
    Ban ofStranger(Network target, Instant now, Thresholds thresholds) {
        return begun(target, now, BanOrigin.ADOPTED, List.of(), thresholds);
    }

    private Ban begun(Network target, Instant since, BanOrigin origin, List<Evidence> evidence, Thresholds thresholds) {
        return new Ban(
                Ban.idOf(jail, target, since),
                jail,
                target,
                since,
                banTime(target, thresholds).endFrom(since),
                book.nextCount(target),
                origin,
                Caller.DAEMON.principal(),
                "",
                evidence);
    }

    /** A ban by hand; a target that is banned keeps its ban's id and beginning, and gets another end. */
    Ban byHand(BanRequest request, Caller caller, Instant now, Thresholds thresholds) {
        Network target = request.target();
        Optional<Ban> before = book.find(target);
        BanTime banTime = request.banTime().orElseGet(() -> banTime(target, thresholds));
        return new Ban(
                before.map(Ban::id).orElseGet(() -> Ban.idOf(jail, target, now)),
                jail,
                target,
                before.map(Ban::since).orElse(now),
                banTime.endFrom(now),
                before.map(Ban::count).orElseGet(() -> book.nextCount(target)),
                BanOrigin.MANUAL,
                caller.principal(),
                SafeText.of(request.reason()),
                before.map(Ban::evidence).orElse(List.of()));
    }

    /** How long the next ban of a target lasts. */
    BanTime banTime(Network target, Thresholds thresholds) {
        return thresholds.banTimes().of(target, pastBansOf(target, thresholds) + 1);
    }

    /** How many attempts a failure stands for, because its target was banned before. */
    int weight(Network target, Thresholds thresholds) {
        return thresholds.banTimes().weight(pastBansOf(target, thresholds));
    }

    private int pastBansOf(Network target, Thresholds thresholds) {
        int elsewhere = thresholds.banTimes().overallJails() ? pastBans.elsewhere(jail, target) : 0;
        return book.nextCount(target) - 1 + elsewhere;
    }
}
