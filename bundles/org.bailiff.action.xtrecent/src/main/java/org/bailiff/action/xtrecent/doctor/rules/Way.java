// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules that a packet may meet from one of the kernel's chains on, in order. */
final class Way {
    /** Chains that jump to each other many times over grow without bounds; nobody's firewall has so many. */
    private static final int MOST_STEPS = 100_000;

    private final Ruleset ruleset;
    private final List<Step> steps = new ArrayList<>();

    private Way(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Step> from(ChainName chain, Ruleset ruleset) {
        Way way = new Way(ruleset);
        way.go(chain, List.of());
        return way.steps;
    }

    private void go(ChainName chain, List<Rule> jumps) {
        for (Rule rule : ruleset.chain(chain)) {
            if (steps.size() >= MOST_STEPS) {
                return;
            }
            steps.add(new Step(rule, jumps));
            ChainName next = new ChainName(chain.table(), rule.target());
            List<Rule> further = Stream.concat(jumps.stream(), Stream.of(rule)).toList();
            // The kernel refuses loops; this must not depend on it.
            if (further.stream().noneMatch(jump -> jump.chain().equals(next))) {
                go(next, further);
            }
        }
    }
}
