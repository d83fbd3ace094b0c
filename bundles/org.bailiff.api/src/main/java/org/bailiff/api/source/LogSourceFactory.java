// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of log source. Registered as a service with the property {@link #KIND}. All methods may be called from any
 * thread.
 *
 * <p>A factory reads on threads of its own, named after their role, and calls its consumers and listeners there.
 */
@ConsumerType
public interface LogSourceFactory {
    /** Service property: the kind, e.g. {@code file}, {@code journal}, {@code syslog}. */
    String KIND = "kind";

    /**
     * Watches for the streams that a pattern names; those that exist are told at once or soon.
     *
     * @param pattern a path or glob for files, match expressions, one a line, for the journal
     */
    Discovery discover(String pattern, StreamListener listener);

    /**
     * What is doubtful in a pattern although it can be watched, e.g. that anybody may write what it names: a sentence
     * each, with the mend. For {@code bailiff check}; watches nothing.
     */
    default List<String> doubts(String pattern) {
        return List.of();
    }

    /** Whether its sources find the time of {@link Start#since} without reading up to it. Files do not. */
    default boolean findsTimes() {
        return false;
    }

    /**
     * Follows a stream. One that is not there or cannot be read is waited for: its status says why.
     *
     * @param stream a name that {@link StreamListener#appeared} told
     */
    LogSource open(String stream, Start start, LineConsumer consumer);

    /**
     * The position that {@link Position#text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    Position parsePosition(String text);
}
