// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A stream that is being followed. All methods may be called from any thread. */
@ConsumerType
public interface LogSource extends AutoCloseable {

    /** What it is doing, from memory, at once. */
    SourceStatus status();

    /**
     * Where it stands: behind the last line that was taken, or just before that is noted, or where it began if none was.
     * From memory, at once, and without a lock that is held while the consumer is called.
     *
     * @return empty while it does not know yet, and always if it cannot go on from a position
     */
    default Optional<Position> position() {
        return Optional.empty();
    }

    /** Offers lines again to a consumer that had no room. Harmless otherwise. */
    void resume();

    /** Stops following. When it returns, the consumer is not called any more. Closing twice is fine. */
    @Override
    void close();
}
