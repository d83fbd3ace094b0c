// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes log entries of what is printed past the log: the framework and the component runtime report a component that
 * fails to start in this way. Stack frames are for debugging only.
 */
final class StrayOutput extends OutputStream {
    private static final int LONGEST_LINE = 8192;

    private final Logger log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    StrayOutput(Logger log) {
        this.log = log;
    }

    /** Called under the lock of the one {@code PrintStream} that writes here. */
    @Override
    public void write(int character) {
        if (character != '\n') {
            line.write(character);
        }
        if (character == '\n' || line.size() == LONGEST_LINE) {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (!text.isBlank()) {
                boolean frame = text.startsWith("\tat ") || text.startsWith("\t... ");
                log.log(frame ? Level.FINE : Level.WARNING, text.strip());
            }
        }
    }
}
