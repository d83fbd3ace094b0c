// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is to be said of output that could not be written. Of a pipe nothing: whoever reads it has had enough. */
final class OutputTrouble {
    /** Where the kernel shows what it leads to. */
    static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    private OutputTrouble() {}

    /**
     * The sentence; empty if there is nothing to mend. The failure itself does not tell a full disk from a closed pipe.
     *
     * @param descriptor a link to where the output went
     */
    static Optional<String> of(Path descriptor) {
        return isPipe(descriptor)
                ? Optional.empty()
                : Optional.of("bailiff: what was to be said cannot be written; is the disk full?");
    }

    private static boolean isPipe(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException notShown) {
            return false;
        }
    }
}
