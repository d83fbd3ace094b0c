// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule on a packet's way.
 *
 * @param rule the rule
 * @param jumps the rules that lead to its chain, the first one first
 */
record Step(Rule rule, List<Rule> jumps) {

    /** The chains that the packet is in here, from the kernel's down to the rule's. */
    Set<ChainName> chains() {
        return all().map(Rule::chain).collect(Collectors.toSet());
    }

    /** What limits the way here to some packets. */
    List<Option> limits() {
        return all().flatMap(each -> each.limits().stream()).toList();
    }

    boolean isForLoopbackOnly() {
        return all().anyMatch(Rule::isForLoopbackOnly);
    }

    private Stream<Rule> all() {
        return Stream.concat(jumps.stream(), Stream.of(rule));
    }
}
