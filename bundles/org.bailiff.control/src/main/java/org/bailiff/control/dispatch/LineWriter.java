// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import java.io.PrintWriter;
import java.io.Writer;
import org.bailiff.text.SafeText;

/**
 * Cuts what a verb writes into lines. The last guard before a terminal: whatever a verb let through, no control
 * character leaves here. Used by one thread.
 */
public final class LineWriter extends Writer {
    /** No honest line is as long; a longer one is broken here, so that memory is bounded. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final LineSink sink;
    private final StringBuilder line = new StringBuilder();

    private LineWriter(LineSink sink) {
        this.sink = sink;
    }

    /** A writer for verbs. Closing it delivers a last line that has no line end. */
    public static PrintWriter to(LineSink sink) {
        return new PrintWriter(new LineWriter(sink));
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            if (characters[index] == '\n') {
                endLine();
            } else {
                line.append(characters[index]);
                if (line.length() >= LONGEST_LINE) {
                    endLine();
                }
            }
        }
    }

    private void endLine() {
        sink.line(isPlain() ? line.toString() : SafeText.of(line.toString(), Integer.MAX_VALUE));
        line.setLength(0);
    }

    private boolean isPlain() {
        for (int index = 0; index < line.length(); index++) {
            if (line.charAt(index) < ' ' || line.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void close() {
        if (line.length() > 0) {
            endLine();
        }
        sink.flush();
    }
}
