// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bailiff.text.Address;
import org.bailiff.text.SafeText;

/** What is said of names that a log has in the place of addresses: of each once in a while, not with every line. */
final class NameNotices {
    private static final Duration SILENCE = Duration.ofMinutes(10);
    /** Of more names at a time nothing is said: they are an attacker's, and would fill the memory and the log. */
    private static final int MOST = 100;

    private final InstantSource clock;
    /** When something was said, by name, the oldest first. */
    private final Map<String, Instant> said = new LinkedHashMap<>();

    NameNotices(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What to say of a name that was looked up; empty if it was said lately.
     *
     * @param found its addresses
     */
    Optional<String> of(String name, Set<Address> found) {
        Instant now = clock.instant();
        // A clock that was set back makes what was said look as if it came from the future: say it again then, too.
        said.values().removeIf(time -> now.isBefore(time) || !now.isBefore(time.plus(SILENCE)));
        if (said.containsKey(name) || said.size() >= MOST) {
            return Optional.empty();
        }
        said.put(name, now);
        return Optional.of("the log names " + SafeText.of(name, 80) + " and no address; " + consequence(found));
    }

    private static String consequence(Set<Address> found) {
        if (found.isEmpty()) {
            return "none was found for it, so nobody can be banned for its failures";
        }
        return "its failures count for what the name means now, whoever it meant then: "
                + found.stream().sorted().map(Address::toString).collect(Collectors.joining(", "));
    }
}
