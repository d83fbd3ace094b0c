// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.Set;

/** How a packet may get past a rule, because of another one on its way. */
enum Passage {
    /** It does not: the other is asked and the way goes on, or it ends for a packet that nobody wants to keep out. */
    NONE,
    /** Only packets of senders or of a kind that somebody chose. */
    FOR_SOME,
    /** Any sender's may. */
    FOR_ANYBODY;

    private static final Set<String> CHOSEN_SENDERS = Set.of("-s", "--src-range", "--match-set", "--mac-source");
    private static final Set<String> ERROR_PROTOCOLS = Set.of("icmp", "icmpv6", "ipv6-icmp");

    /**
     * What an earlier rule does to a later one.
     *
     * @param before the earlier
     * @param rule the later
     */
    static Passage past(Step before, Step rule) {
        if (!leads(before, rule) || before.isForLoopbackOnly()) {
            return NONE;
        }
        return before.limits().stream().anyMatch(Passage::isChoice) ? FOR_SOME : FOR_ANYBODY;
    }

    private static boolean leads(Step before, Step rule) {
        Set<ChainName> chains = rule.chains();
        boolean above = chains.contains(before.rule().chain());
        String target = before.rule().target();
        return target.equals("ACCEPT")
                || target.equals("RETURN") && above
                // A chain that was gone to returns to where this one was jumped to from.
                || before.rule().isGoto()
                        && above
                        && !chains.contains(new ChainName(before.rule().chain().table(), target));
    }

    private static boolean isChoice(Option option) {
        return !option.negated()
                && (CHOSEN_SENDERS.contains(option.name())
                        || option.is("-p") && ERROR_PROTOCOLS.contains(option.value()));
    }
}
