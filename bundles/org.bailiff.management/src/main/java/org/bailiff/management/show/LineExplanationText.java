// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import org.bailiff.api.jail.JailState;
import org.bailiff.api.jail.JailStatus;
import org.bailiff.api.jail.LineExplanation;
import org.bailiff.api.jail.LineExplanation.Consequence;
import org.bailiff.text.SafeText;

/** What a jail would make of a line, for people. */
public final class LineExplanationText {
    private LineExplanationText() {}

    /** The way through the filter, then a line for what each failure leads to. */
    public static String of(LineExplanation explanation, JailStatus jail, Discretion discretion) {
        StringBuilder text = new StringBuilder(SafeText.of(explanation.jail()))
                .append(" is ")
                .append(jail.state())
                .append(jail.reason().isEmpty() ? "" : ": " + SafeText.of(jail.reason()))
                .append('\n')
                .append(explanation
                        .passage()
                        .map(passage -> PassageText.of(passage.rules(), passage.trace(), discretion))
                        .orElse("outcome: nothing: the jail looks at no line now\n"));
        explanation.consequences().forEach(consequence -> text.append("verdict: ")
                .append(verdict(consequence, discretion))
                .append(reservation(jail))
                .append('\n'));
        return text.toString();
    }

    private static String verdict(Consequence consequence, Discretion discretion) {
        String who = discretion.who(consequence.failure());
        return switch (consequence.verdict()) {
            case COUNTED ->
                "it counts: " + consequence.attempts() + " of the " + consequence.maxRetry() + " that ban " + who;
            case BANNED -> "it bans " + who;
            case ALREADY_BANNED -> who + " is banned already";
            case PAST_BAN -> "it does not count: " + who + " was banned at that time";
            case IGNORED ->
                "nothing: " + who + " is never banned, because of "
                        + SafeText.of(consequence.ignored().orElse("the ignore list"));
            case NO_ADDRESS -> "nothing: " + who + " is no address, and names are not looked up";
        };
    }

    private static String reservation(JailStatus jail) {
        return jail.state() == JailState.ACTIVE ? "" : "; but the jail is " + jail.state();
    }
}
