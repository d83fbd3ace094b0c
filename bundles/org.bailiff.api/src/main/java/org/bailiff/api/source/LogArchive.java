// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a kind of source still has of the past: read from its beginning to its present end, and not followed. Registered as
 * a service with the property {@link LogSourceFactory#KIND}; a kind without a past, such as syslog, offers none. It has no
 * threads and keeps no state. All methods may be called from any thread.
 */
@ConsumerType
public interface LogArchive {

    /** What a pattern names now; the pattern is that of {@link LogSourceFactory#discover}. */
    Holdings find(String pattern);

    /**
     * Opens the past of a stream, of which nothing is read yet.
     *
     * @param stream a name that {@link #find} told
     * @param since what is older is of no use, and is left out where that needs no look at each line
     * @throws IOException if nothing of it can be read; the message is a sentence with the mend
     */
    PastLines open(String stream, Instant since) throws IOException;

    /**
     * What a pattern names.
     *
     * @param streams their names, each once, in a fixed order
     * @param problems what could not be looked into, or that nothing is there: sentences
     */
    record Holdings(List<String> streams, List<String> problems) {
        public Holdings {
            streams = List.copyOf(streams);
            problems = List.copyOf(problems);
        }
    }
}
