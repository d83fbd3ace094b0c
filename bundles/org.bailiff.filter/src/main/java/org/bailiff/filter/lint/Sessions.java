// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import java.util.Map;
import java.util.Optional;
import org.bailiff.filter.regex.Regex;

/** Finds failregexes that say something of a session, and do not say of which. */
final class Sessions {
    private static final String SESSION = "mlfid";
    private static final Map<String, String> TELLING = Map.of(
            "mlfforget", "<F-MLFFORGET>",
            "mlfgained", "<F-MLFGAINED>",
            "mlfonce", "<F-MLFONCE>",
            "nofail", "<F-NOFAIL>");

    private Sessions() {}

    /**
     * What to say of the regex; empty if nothing.
     *
     * @param prefix what the line must match first
     */
    static Optional<String> complaint(Optional<Regex> prefix, Regex failure) {
        if (failure.captures(SESSION)
                || prefix.filter(regex -> regex.captures(SESSION)).isPresent()) {
            return Optional.empty();
        }
        return TELLING.keySet().stream()
                .sorted()
                .filter(failure::captures)
                .findFirst()
                .map(group -> TELLING.get(group) + " tells something of a session, but nothing says of which; put"
                        + " <F-MLFID>...</F-MLFID> around what the lines of a session have in common");
    }
}
