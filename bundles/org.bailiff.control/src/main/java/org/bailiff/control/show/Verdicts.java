// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.util.Optional;
import org.bailiff.api.Ban;
import org.bailiff.api.BanTime;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.api.filter.Match;
import org.bailiff.api.filter.Trace;
import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation.Consequence;
import org.bailiff.api.jail.LineExplanation.Passage;
import org.bailiff.text.SafeText;

/** What would become of a line, in a sentence for people, with what stands against it. */
final class Verdicts {
    private final JailStatus jail;
    private final Discretion discretion;
    private final Times times;

    Verdicts(JailStatus jail, Discretion discretion, Times times) {
        this.jail = jail;
        this.discretion = discretion;
        this.times = times;
    }

    /** Of a line without a failure. */
    String of(Passage passage) {
        Match match = passage.trace().match();
        if (match instanceof Match.Ignored ignored) {
            return "nothing: ignoreregex " + ignored.ignoreRegex() + " vetoes it";
        }
        if (match instanceof Match.Helper) {
            return "nothing by itself";
        }
        boolean cut = passage.trace().searches().stream().anyMatch(search -> search.outcome() == Trace.Outcome.CUT_OFF);
        return "nothing: " + (cut ? "no regex matches, or those that might were cut off" : "no failregex matches");
    }

    /** Of a failure. */
    String of(Consequence failure) {
        String who = discretion.who(failure.failure().id());
        return switch (failure.verdict()) {
            case COUNTED ->
                "it counts; " + more(failure) + " within "
                        + Times.span(jail.findTime())
                        + (failure.maxRetry() - failure.attempts() == 1 ? " bans " : " ban ")
                        + who + " " + length(jail.banTime()) + reservation();
            case BANNED ->
                failure.ignored()
                                .map(entry -> "its ban waits as long as it is not to be locked out ("
                                        + SafeText.of(entry) + "); then ")
                                .orElse("")
                        + "it bans " + who + " " + length(jail.banTime()) + reservation();
            case ALREADY_BANNED ->
                who + " is banned already, until "
                        + failure.ban().map(Ban::until).map(times::end).orElse("then");
            case PAST_BAN -> "it does not count: " + who + " was banned at that time";
            case IGNORED ->
                "nothing: " + who + " is never banned, for "
                        + SafeText.of(failure.ignored().orElse("it is ignored"));
            case NO_ADDRESS -> "nothing: " + who + " is no address, and names are not looked up";
        };
    }

    private static String more(Consequence failure) {
        int missing = failure.maxRetry() - failure.attempts();
        return missing == 1 ? "one more" : missing + " more";
    }

    private static String length(BanTime banTime) {
        return banTime.duration().map(span -> "for " + Times.span(span)).orElse("for ever");
    }

    /** What keeps it from being so now; empty if nothing does. */
    private String reservation() {
        if (jail.state() == JailState.SIMULATING) {
            return "; the jail simulates, so that nobody is kept out";
        }
        if (jail.state() != JailState.ACTIVE) {
            return "; but the jail is " + JailText.state(jail);
        }
        Optional<ActionStatus> unready = jail.actions().stream()
                .filter(action -> action.state() != ActionStatus.State.READY)
                .findFirst();
        return unready.map(action -> "; but " + SafeText.of(action.name()) + " is " + action.state() + ": "
                        + SafeText.of(action.reason()))
                .orElse("");
    }
}
