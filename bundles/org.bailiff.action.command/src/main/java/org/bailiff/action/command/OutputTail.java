// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.bailiff.text.SafeText;

/** The end of what a command says. */
final class OutputTail {
    private static final int LIMIT_BYTES = 4096;
    private static final int LONGEST_LINE = 200;
    /** A command that never stops talking is not to hold its own time limit up. */
    private static final int MOST_READS = 64;

    private byte[] tail = new byte[0];

    /** Takes what is there, without waiting for more. */
    void drain(InputStream output) {
        try {
            for (int reads = 0; reads < MOST_READS && output.available() > 0; reads++) {
                add(output.readNBytes(Math.min(output.available(), LIMIT_BYTES)));
            }
        } catch (IOException closing) {
            // The process has just ended; what it said last is read at the next look.
            return;
        }
    }

    private void add(byte[] bytes) {
        byte[] both = Arrays.copyOf(tail, tail.length + bytes.length);
        System.arraycopy(bytes, 0, both, tail.length, bytes.length);
        tail = Arrays.copyOfRange(both, Math.max(0, both.length - LIMIT_BYTES), both.length);
    }

    /** The last line that says something, safe to show. */
    Optional<String> lastLine() {
        return SafeText.decode(tail, 0, tail.length)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(line -> SafeText.of(line.strip(), LONGEST_LINE));
    }
}
