// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/** The sets that the key {@code neverban} can name, each read once for all jails. Thread-safe. */
final class NeverBan {
    static final String KEY = "neverban";
    private static final String GATEWAY = "gateway";
    private static final String SESSIONS = "sessions";

    private final NeverBanned gateways;
    private final NeverBanned sessions;

    NeverBan(NeverBanned gateways, NeverBanned sessions) {
        this.gateways = gateways;
        this.sessions = sessions;
    }

    /**
     * The sets that the text names, separated by blanks or commas.
     *
     * @throws IllegalArgumentException if one is not known; the message is a sentence
     */
    List<NeverBanned> parse(String text) {
        List<NeverBanned> sets = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[\\s,]+")) {
            switch (word) {
                case GATEWAY, "gateways" -> sets.add(gateways);
                case SESSIONS, "session" -> sets.add(sessions);
                case "", "no", "none" -> {}
                default ->
                    throw new IllegalArgumentException("'" + SafeText.of(word, 60)
                            + "' is no set of addresses that can be kept from bans; it is gateway, sessions, or both");
            }
        }
        return sets;
    }

    /** Why one of the addresses of interest is not to be banned now; empty if none is in the sets. */
    static Optional<String> reason(List<NeverBanned> sets, Predicate<Address> ofInterest) {
        return sets.stream()
                .flatMap(set -> set.all().entrySet().stream())
                .filter(entry -> ofInterest.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
