// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.replay;

import java.time.Instant;
import org.bailiff.api.Failure;
import org.bailiff.api.filter.Match;

/** What a line told a jail. */
sealed interface Happening {

    /** When it happened. */
    Instant time();

    /**
     * A failure.
     *
     * @param line the line, as it is
     */
    record Failed(Failure failure, String line) implements Happening {
        @Override
        public Instant time() {
            return failure.time();
        }
    }

    /** Access was gained. */
    record Gained(Match.Gain gain) implements Happening {
        @Override
        public Instant time() {
            return gain.time();
        }
    }
}
