// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import org.osgi.annotation.versioning.ConsumerType;

/** A stream that is being followed. All methods may be called from any thread. */
@ConsumerType
public interface LogSource extends AutoCloseable {

    /** What it is doing, from memory, at once. */
    SourceStatus status();

    /** Offers lines again to a consumer that had no room. Harmless otherwise. */
    void resume();

    /** Stops following. When it returns, the consumer is not called any more. Closing twice is fine. */
    @Override
    void close();
}
