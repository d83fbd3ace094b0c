// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.api.action.ActionStatus;
import org.bailiff.text.SafeText;

/** A jail's actions for people. */
final class ActionText {
    /** What goes without saying. */
    private static final Duration USUAL = Duration.ofSeconds(8);

    private ActionText() {}

    /** Their names; behind the name of one that is not ready its state. */
    static String names(List<ActionStatus> actions) {
        return actions.stream().map(ActionText::name).collect(Collectors.joining(" "));
    }

    private static String name(ActionStatus action) {
        return SafeText.of(action.name())
                + (action.state() == ActionStatus.State.READY ? "" : " (" + action.state() + ")");
    }

    /** How much room there is left, one line for each action whose room is bounded. */
    static List<String> room(List<ActionStatus> actions) {
        return actions.stream()
                .filter(action -> action.entries().max() >= 0)
                .map(action -> (actions.size() == 1 ? "" : SafeText.of(action.name()) + ": ") + room(action))
                .toList();
    }

    private static String room(ActionStatus action) {
        ActionStatus.Entries entries = action.entries();
        List<String> parts = new ArrayList<>();
        parts.add(entries.current() + " of " + entries.max() + " used");
        if (entries.foreign() > 0) {
            parts.add(entries.foreign() + " more taken by entries that are not ours");
        }
        if (entries.pending() > 0) {
            parts.add(entries.pending() + " not in yet");
        }
        parts.add(entries.proven() + " proven to block");
        if (action.noticedWithin().compareTo(USUAL) > 0) {
            parts.add("changes by hand noticed within " + Times.span(action.noticedWithin()));
        }
        return String.join(", ", parts);
    }
}
