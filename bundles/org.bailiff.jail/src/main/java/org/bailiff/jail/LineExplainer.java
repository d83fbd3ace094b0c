// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bailiff.api.Ban;
import org.bailiff.api.Failure;
import org.bailiff.api.action.Proof;
import org.bailiff.api.filter.LogLine;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Matcher;
import org.bailiff.api.filter.Trace;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.jail.decision.Foresight;
import org.bailiff.jail.decision.Outcome;
import org.bailiff.text.Network;

/** Says what a jail would make of a line, and changes nothing. Used by the jail's thread. */
final class LineExplainer {
    /** The kind of sources that know a line's time, so that no date is looked for in it. */
    private static final String STAMPING = "journal";
    /** What journalctl prints before a line, and the source does not. */
    private static final Pattern PRINTED_TIME =
            Pattern.compile("^(?:[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{8}\\S*) ");

    private final JailThread work;
    private final Watch watch;

    LineExplainer(JailThread work, Watch watch) {
        this.work = work;
        this.watch = watch;
    }

    /** The line is taken to be written now, behind those that the jail has seen. */
    LineExplanation explain(String jail, String text, Instant now) {
        Optional<Matcher> matcher = watch.matcher();
        if (matcher.isEmpty()) {
            return new LineExplanation(jail, now, Optional.empty(), List.of());
        }
        LogLine line = isStamped()
                ? new LogLine(PRINTED_TIME.matcher(text).replaceFirst(""), now, true, Optional.of(now))
                : new LogLine(text, now, true);
        Trace trace = matcher.get().trace(line, matcher.get().restoreSession(watch.sessionText()));
        List<Failure> failures = trace.match() instanceof Match.Found found ? found.failures() : List.of();
        return new LineExplanation(
                jail,
                now,
                Optional.of(new LineExplanation.Passage(matcher.get().rules(), trace)),
                failures.stream().map(this::consequence).toList());
    }

    private boolean isStamped() {
        List<SourceStatus> sources = watch.status();
        return !sources.isEmpty()
                && sources.stream().allMatch(source -> source.kind().equals(STAMPING));
    }

    private LineExplanation.Consequence consequence(Failure failure) {
        Foresight foresight = Foresight.of(failure, work.decisions());
        Outcome outcome = foresight.outcome();
        List<Proof> proofs = outcome.kind() == Outcome.Kind.ALREADY_BANNED
                ? outcome.ban().map(Ban::target).map(work::proofs).orElse(List.of())
                : List.of();
        return new LineExplanation.Consequence(
                failure,
                verdict(outcome.kind()),
                foresight.attempts(),
                work.decisions().thresholds().maxRetry(),
                Optional.of(outcome.reason())
                        .filter(reason -> !reason.isEmpty())
                        .or(() -> lockedIn(outcome)),
                outcome.ban(),
                proofs);
    }

    /** Why the ban would wait: it would keep somebody out who must not be. */
    private Optional<String> lockedIn(Outcome outcome) {
        return outcome.kind() == Outcome.Kind.BANNED
                ? outcome.ban().map(Ban::target).filter(Network::isSingle).flatMap(target -> work.decisions()
                        .ignored(target.base(), outcome.ban().get().since()))
                : Optional.empty();
    }

    private static LineExplanation.Verdict verdict(Outcome.Kind kind) {
        return switch (kind) {
            case COUNTED, HELD, NO_ROOM -> LineExplanation.Verdict.COUNTED;
            case BANNED -> LineExplanation.Verdict.BANNED;
            case ALREADY_BANNED -> LineExplanation.Verdict.ALREADY_BANNED;
            case PAST_BAN -> LineExplanation.Verdict.PAST_BAN;
            case IGNORED -> LineExplanation.Verdict.IGNORED;
            case NO_ADDRESS -> LineExplanation.Verdict.NO_ADDRESS;
        };
    }
}
