// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A pattern that is being watched for streams. */
@ConsumerType
public interface Discovery extends AutoCloseable {

    /** A sentence that says why the pattern names no stream, or cannot be watched, and the mend; empty if all is well. */
    Optional<String> problem();

    /** Stops watching. When it returns, the listener is not called any more. Closing twice is fine. */
    @Override
    void close();
}
