// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes each entry at once and in one piece, in UTF-8. */
final class StandardErrorHandler extends Handler {
    private final OutputStream out;

    StandardErrorHandler(OutputStream out, Formatter format) {
        this.out = out;
        setFormatter(format);
    }

    @Override
    public void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        byte[] bytes = getFormatter().format(entry).getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Standard error stays open for the JVM's own last words.
    }
}
