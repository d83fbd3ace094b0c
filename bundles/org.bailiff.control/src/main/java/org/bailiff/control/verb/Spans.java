// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bailiff.api.BanTime;
import org.bailiff.api.command.CommandException;
import org.bailiff.dialect.TimeSpan;
import org.bailiff.text.SafeText;

/** Reads how long something is to last. */
final class Spans {
    private static final Set<String> FOR_EVER = Set.of("forever", "ever", "permanent", "-1");

    private Spans() {}

    /**
     * What {@code --for} says; empty if it was not given.
     *
     * @throws CommandException if it is no span
     */
    static Optional<BanTime> parse(Optional<String> written) throws CommandException {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (FOR_EVER.contains(written.get().toLowerCase(Locale.ROOT))) {
            return Optional.of(BanTime.PERMANENT);
        }
        if (written.get().startsWith("-")) {
            throw Arguments.misused("--for: '" + SafeText.of(written.get(), 60)
                    + "' is no time from now; e.g. 10m, 1d12h, or forever.");
        }
        try {
            return Optional.of(BanTime.of(Duration.ofSeconds(TimeSpan.parseSeconds(written.get()))));
        } catch (IllegalArgumentException junk) {
            throw Arguments.misused("--for: " + junk.getMessage() + ", or forever.");
        }
    }
}
