// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.util.Optional;
import org.bailiff.api.source.Discovery;

/**
 * What becomes of a pattern that is none: it names nothing, and says why.
 *
 * @param problem a sentence
 */
record UnusablePattern(Optional<String> problem) implements Discovery {

    @Override
    public void close() {
        // Nothing is watched.
    }
}
