// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.list.ListSettings;
import org.bailiff.text.Address;

/**
 * The senders that a list's rules have to ask for. Of several lists each holds some addresses, and has a rule for each
 * group of them; a rule without {@code -s} asks for all.
 *
 * @param groups as {@code -s} says them; one empty word if the list holds all addresses
 */
record Sources(List<String> groups) {
    private static final String EVERYBODY = "";

    Sources {
        groups = List.copyOf(groups);
    }

    static Sources of(ListSettings list, Family family) {
        List<String> groups = list.slice().sources(family == Family.IPV6);
        return new Sources(
                groups.isEmpty()
                        ? List.of(EVERYBODY)
                        : groups.stream().map(Sources::normal).toList());
    }

    /** Whether a rule that is limited by this asks for one of the groups. */
    boolean isGroup(Option limit) {
        return limit.is("-s") && !limit.negated() && groups.contains(normal(limit.value()));
    }

    /** Whether a rule asks for a group. */
    boolean isAskedFor(String group, Rule rule) {
        Optional<Option> own = rule.limits().stream().filter(this::isGroup).findFirst();
        return own.isEmpty() || normal(own.get().value()).equals(group);
    }

    /** Address and mask in one spelling. */
    private static String normal(String source) {
        String[] parts = source.split("/", 2);
        return parts.length == 1 ? spelled(source) : spelled(parts[0]) + "/" + spelled(parts[1]);
    }

    private static String spelled(String address) {
        return Address.tryParse(address).map(Address::toString).orElse(address);
    }
}
