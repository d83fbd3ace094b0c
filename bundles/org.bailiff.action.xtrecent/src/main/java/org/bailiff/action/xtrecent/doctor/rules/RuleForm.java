// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.list.ListSettings;

/** Whether a rule that drops by a list says what it should. */
final class RuleForm {
    private final ListSettings list;
    private final Family family;

    RuleForm(ListSettings list, Family family) {
        this.list = list;
        this.family = family;
    }

    /** All that is not as it should be. */
    List<Flaw> flaws(Rule rule, RecentMatch match) {
        List<Flaw> flaws = new ArrayList<>();
        wrong(match).ifPresent(what -> flaws.add(Flaw.wrong(what, rule)));
        lease(match, rule).ifPresent(flaws::add);
        doubtful(match).ifPresent(what -> flaws.add(Flaw.warning(what, rule)));
        if (rule.recents().stream().noneMatch(this::notesHits)) {
            flaws.add(Flaw.warning(
                    "the rule does not note in " + list.hitsName() + " what it drops, so no ban can be proved", rule));
        }
        return flaws;
    }

    private Optional<String> wrong(RecentMatch match) {
        if (match.isNegated()) {
            return Optional.of("the rule drops everybody but who is banned");
        }
        if (match.hits() > 1) {
            return Optional.of("the rule asks for " + match.hits() + " stamps, but a ban is written once");
        }
        if (match.has("--rttl")) {
            return Optional.of("the rule compares TTLs (--rttl): a sender with another TTL gets through");
        }
        if (match.has("--rdest")) {
            return Optional.of("the rule asks for the destination (--rdest), not for the sender");
        }
        String mask = family.mask(list.kind());
        if (!match.mask().isEmpty() && !match.mask().equals(mask)) {
            return Optional.of("the rule's mask does not fit what is written to the list; it must be " + mask);
        }
        return Optional.empty();
    }

    private Optional<Flaw> lease(RecentMatch match, Rule rule) {
        long wanted = list.lease().toSeconds();
        // Without seconds a stamp counts for ever.
        long given = match.seconds().orElse(Long.MAX_VALUE);
        if (given == wanted) {
            return Optional.empty();
        }
        String both = match.seconds().isPresent()
                ? "the rule's --seconds " + given + " is not the jail's seconds " + wanted
                : "the rule has no --seconds";
        if (given > wanted) {
            return Optional.of(Flaw.warning(both + ": bans outlive a daemon that died", rule));
        }
        // A live ban is written again within half of what the jail says.
        return Optional.of(
                given <= wanted / 2
                        ? Flaw.wrong(both + ": who is banned is let in until the ban is written again", rule)
                        : Flaw.warning(both + ": there is little time to write bans again", rule));
    }

    private static Optional<String> doubtful(RecentMatch match) {
        if (match.mode() == RecentMatch.Mode.UPDATE) {
            return Optional.of("the rule says --update: who keeps knocking stays banned, even if the daemon is dead");
        }
        if (match.has("--reap")) {
            return Optional.of("the rule takes out entries whose seconds are over (--reap), which looks like an unban");
        }
        return Optional.empty();
    }

    private boolean notesHits(RecentMatch match) {
        return match.mode() == RecentMatch.Mode.SET && match.list().equals(list.hitsName());
    }
}
