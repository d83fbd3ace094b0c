// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.bantime;

import java.util.Arrays;
import java.util.Optional;

/** What a formula can ask of a ban. */
enum Variable {
    /** The jail's ban time, in seconds. */
    TIME("ban.Time"),
    /** How often the target was banned before: 1 at its second ban. */
    COUNT("ban.Count"),
    /** The key {@code bantime.factor}. */
    FACTOR("banFactor");

    private final String written;

    Variable(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }

    static Optional<Variable> named(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.written.equals(name))
                .findFirst();
    }
}
