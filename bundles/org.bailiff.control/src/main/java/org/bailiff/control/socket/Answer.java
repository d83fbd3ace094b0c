// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bailiff.control.dispatch.LineSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer on its way to a caller: lines, each with a first character that says what it is, the exit code last. Once
 * the caller is gone the rest is dropped. Used by the thread that answers.
 */
final class Answer {
    private static final Logger log = LoggerFactory.getLogger(Answer.class);
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Connection connection;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private boolean gone;

    Answer(Connection connection) {
        this.connection = connection;
    }

    /** For results. */
    LineSink out() {
        return sink('o');
    }

    /** For complaints. */
    LineSink err() {
        return sink('e');
    }

    /** The last line. */
    void exitCode(int code) {
        add('x', Integer.toString(code));
        flush();
    }

    private LineSink sink(char kind) {
        return new LineSink() {
            @Override
            public void line(String text) {
                add(kind, text);
            }

            @Override
            public void flush() {
                Answer.this.flush();
            }
        };
    }

    private void add(char kind, String text) {
        put(ByteBuffer.wrap((kind + text + '\n').getBytes(StandardCharsets.UTF_8)));
    }

    private void put(ByteBuffer line) {
        while (!gone && line.hasRemaining()) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int fitting = Math.min(buffer.remaining(), line.remaining());
            buffer.put(line.slice().limit(fitting));
            line.position(line.position() + fitting);
        }
    }

    private void flush() {
        buffer.flip();
        try {
            if (!gone) {
                connection.write(buffer);
            }
        } catch (IOException callerGone) {
            log.debug("A caller did not wait for the answer", callerGone);
            gone = true;
        }
        buffer.clear();
    }
}
