// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/** A ban for people: since and until when, and because of what. */
final class BanText {
    private final Labels labels;
    private final Caller caller;
    private final Times times;

    BanText(Labels labels, Caller caller, Times times) {
        this.labels = labels;
        this.caller = caller;
        this.times = times;
    }

    void print(Ban ban) {
        labels.line("Since", times.moment(ban.since()) + ", for the " + ordinal(ban.count()) + " time");
        labels.line(
                "Until",
                times.end(ban.until())
                        + ban.until()
                                .map(end -> " (" + times.remaining(ban.until()) + ")")
                                .orElse(""));
        origin(ban)
                .ifPresent(origin ->
                        labels.line("By", origin + (ban.reason().isEmpty() ? "" : ": " + SafeText.of(ban.reason()))));
        if (!ban.evidence().isEmpty()) {
            labels.line("Because of", failures(ban.evidence()));
            printLines(ban.evidence(), ban.target());
        }
    }

    void printLines(List<Evidence> lines, Network target) {
        for (Evidence failure : lines) {
            String attempts = failure.attempts() == 1 ? "" : ", " + failure.attempts() + " attempts";
            labels.detail(times.moment(failure.time()) + " (regex " + failure.regex() + attempts + ") "
                    + (failure.line().isEmpty() ? "(line not kept)" : LogText.of(failure, target, caller)));
        }
    }

    private static String failures(List<Evidence> evidence) {
        int count = evidence.stream().mapToInt(Evidence::attempts).sum();
        Duration span = Duration.between(
                evidence.get(0).time(), evidence.get(evidence.size() - 1).time());
        return count
                + (count == 1 ? " failure" : " failures")
                + (span.isZero() ? "" : " within " + Times.span(span.abs()));
    }

    /** Who or what led to it; empty if lines of a log did, which speak for themselves. */
    private static Optional<String> origin(Ban ban) {
        return switch (ban.origin()) {
            case FAILURES -> Optional.empty();
            case SIMULATED -> Optional.of("simulation, so nobody is kept out");
            case MANUAL -> Optional.of(SafeText.of(ban.by()));
            case NEIGHBOURS -> Optional.of("the daemon");
            case ADOPTED -> Optional.of("somebody else, who put it into the kernel list; taken over from there");
        };
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        int last = teen ? 0 : number % 10;
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }
}
