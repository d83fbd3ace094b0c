// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.show;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bailiff.api.Caller;
import org.bailiff.api.Evidence;
import org.bailiff.api.Failure;
import org.bailiff.text.Address;
import org.bailiff.text.Network;
import org.bailiff.text.SafeText;

/**
 * What a caller may see of a log line. Log lines hold passwords that were typed as user names, so whoever is no administrator
 * sees the addresses in it alone. What it gives is safe to show.
 */
public final class Discretion {
    private static final String MASK = "***";
    /** The groups of a filter that capture addresses. */
    private static final Set<String> ADDRESSES = Set.of("ip4", "ip6", "host");

    private final boolean all;

    public Discretion(Caller caller) {
        this.all = caller.isAdministrator();
    }

    /** The line that counts against a target. */
    String line(Evidence evidence, Network target) {
        if (evidence.line().isEmpty()) {
            return "(line not kept)";
        }
        if (all) {
            return SafeText.of(evidence.line());
        }
        String who = evidence.address().map(Address::toString).orElseGet(target::toString);
        return MASK + ' ' + who + ' ' + MASK;
    }

    /** A piece of a line. */
    String text(String piece) {
        return all ? SafeText.of(piece.strip()) : MASK;
    }

    /** What groups of a filter captured, by name. */
    String captures(Map<String, String> captures) {
        return new TreeMap<>(captures)
                .entrySet().stream()
                        .map(capture -> SafeText.of(capture.getKey()) + "="
                                + (ADDRESSES.contains(capture.getKey())
                                        ? who(capture.getValue())
                                        : text(capture.getValue())))
                        .collect(Collectors.joining(", "));
    }

    /** Whose failure it is. */
    String who(Failure failure) {
        return who(failure.id());
    }

    private String who(String written) {
        return Address.tryParse(written).isPresent() ? SafeText.of(written) : text(written);
    }
}
