// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.library;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;

/** What a sample's line must be, and what it was found to be, in one text so that a difference reads well. */
final class Verdict {
    private Verdict() {}

    /** As sample logs write it, e.g. {@code failure 192.0.2.7 2026-11-23T03:11:25Z x1 user=root}. */
    static String of(Match match) {
        if (match instanceof Match.Found found) {
            return of(found.failures());
        }
        if (match instanceof Match.Helper helper && helper.gained().isPresent()) {
            return "gained "
                    + helper.gained().get().address().map(Object::toString).orElse("no-address");
        }
        return match.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String of(List<Failure> failures) {
        if (failures.size() != 1) {
            return failures.size() + " failures";
        }
        Failure failure = failures.get(0);
        String address = failure.address().map(Object::toString).orElse("no-address");
        Instant time = failure.time();
        return "failure " + address + " " + time + " x" + failure.attempts() + " user="
                + String.join("|", failure.users());
    }
}
