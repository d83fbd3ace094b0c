// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** The past of one stream, the oldest lines first. Used by one thread. */
@ConsumerType
public interface PastLines extends Closeable {

    /**
     * The next lines; empty at the end. Nothing of the past is fresh, and its arrival is when its part of the stream was
     * last written, so that a date without a year is of the right one. The lines are valid until the next call. Nobody goes
     * on from here: {@link LineBatch#before} and {@link LineBatch#after} may throw {@link UnsupportedOperationException}.
     *
     * @throws IOException if no more can be read; the message is a sentence
     */
    Optional<LineBatch> next() throws IOException;

    /** What was left out so far because it cannot be read, with the mend: a sentence each. */
    List<String> problems();
}
