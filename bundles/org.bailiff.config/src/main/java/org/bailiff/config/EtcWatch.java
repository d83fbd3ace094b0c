// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bailiff.config.files.EtcFolder;
import org.bailiff.config.files.EtcTexts;

/**
 * Tells whether the files differ from what was read of them. It compares texts, so that nothing escapes it, and looks at
 * most once a second and only when asked, so that asking is cheap. Thread-safe.
 */
final class EtcWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EtcFolder folder;
    private final InstantSource clock;
    /** What was last read to be put in force. This and the next two are guarded by this. */
    private EtcTexts read = EtcTexts.NONE;

    private boolean changed;
    private Instant lookedAt = Instant.MIN;

    EtcWatch(EtcFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path path() {
        return folder.path();
    }

    /** Reads the files as they are now. */
    EtcTexts read() {
        return folder.read();
    }

    /** From now on the files are compared with these texts. */
    synchronized void compareWith(EtcTexts texts) {
        read = texts;
        changed = false;
        lookedAt = clock.instant();
    }

    synchronized boolean changed() {
        Instant now = clock.instant();
        // A clock that was put back must not stop the looking.
        if (now.isBefore(lookedAt) || !now.isBefore(lookedAt.plus(PATIENCE))) {
            changed = !folder.read().hasTextOf(read);
            lookedAt = now;
        }
        return changed;
    }
}
