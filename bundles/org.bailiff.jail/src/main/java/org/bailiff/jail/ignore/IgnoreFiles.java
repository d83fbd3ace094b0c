// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.ignore;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The files of addresses that are never banned, each once for all jails that name it, so that what was known of one stays
 * through a reload. Thread-safe; {@code this} guards the files.
 */
final class IgnoreFiles {
    /** One that no jail has asked for lately is read anew when one does. */
    private static final int MOST = 200;

    private final NameBook names;
    private final InstantSource clock;
    private final Executor threads;

    private final Map<Path, IgnoreFile> files = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, IgnoreFile> eldest) {
            return size() > MOST;
        }
    };

    IgnoreFiles(NameBook names, InstantSource clock, Executor threads) {
        this.names = names;
        this.clock = clock;
        this.threads = threads;
    }

    synchronized IgnoreFile of(Path path) {
        return files.computeIfAbsent(path, unknown -> new IgnoreFile(path, names, clock, threads));
    }
}
