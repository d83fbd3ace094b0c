// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.config.actions.Translation.Remark;
import org.bailiff.dialect.Origin;
import org.bailiff.text.SafeText;

/** Tells what became of fail2ban's actions: once for each action, not for each of ninety jails. Used by one thread. */
final class ActionProblems {
    private static final int MOST_NAMES = 5;

    private final Map<Remark, List<Place>> places = new LinkedHashMap<>();

    /** A jail, and where its action stands. */
    private record Place(String jail, Origin origin) {}

    void add(String jail, Origin origin, Remark remark) {
        places.computeIfAbsent(remark, key -> new ArrayList<>()).add(new Place(jail, origin));
    }

    /** One warning for each, at the first of its places. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        places.forEach((remark, jails) -> {
            Origin first = remark.place().orElse(jails.get(0).origin());
            String jail = jails.size() == 1 ? jails.get(0).jail() : "";
            problems.add(new Problem(
                    Severity.WARNING, first.file(), first.line(), jail, "action: " + sentence(remark, named(jails))));
        });
        return problems;
    }

    private static String sentence(Remark remark, String jails) {
        String action = "'" + SafeText.of(remark.action(), 60) + "'";
        return switch (remark.change()) {
            case REPLACED ->
                action + " needs root and is not run; xt_recent bans in its place, in " + jails
                        + "; 'bailiff firewall' prints what root must do once";
            case NOT_RUN ->
                action + " is not run, and addresses are banned without it, in " + jails + ": "
                        + SafeText.of(remark.why());
            case RUN_BESIDE ->
                action + " is run as the daemon's user, without a shell; because it may keep somebody out or not,"
                        + " xt_recent bans beside it, in " + jails;
            case LETS_IN ->
                action
                        + " with this blocktype lets in whom it finds, which Bailiff cannot; only logged is what is found by "
                        + jails;
            case NO_ACTION ->
                "there is none, so nobody is banned but in the log, by " + jails + "; e.g. action = xt_recent";
        };
    }

    private static String named(List<Place> jails) {
        List<String> names = jails.stream().map(Place::jail).toList();
        if (names.size() <= MOST_NAMES) {
            return String.join(", ", names);
        }
        return names.size() + " jails (" + String.join(", ", names.subList(0, MOST_NAMES)) + ", ...)";
    }
}
