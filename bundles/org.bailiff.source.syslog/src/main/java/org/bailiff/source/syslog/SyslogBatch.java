// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;

/** Messages as lines on their way, copied together. Used again and again by the thread that reads. */
final class SyslogBatch implements LineBatch {
    private static final int MOST_LINES = 1024;
    private static final int FULL = 128 * 1024;

    private final long run;
    private final int[] ends = new int[MOST_LINES];
    private final Received[] messages = new Received[MOST_LINES];
    private String stream = "";
    private byte[] buffer = new byte[FULL];
    private int count;
    private long before;
    private int cut;

    SyslogBatch(long run) {
        this.run = run;
    }

    /** Becomes the messages behind this one, or as many as fit; there is at least one. */
    void become(String name, Backlog backlog, long behind) {
        stream = name;
        before = behind;
        count = 0;
        cut = 0;
        int size = 0;
        for (long number = behind + 1; number <= backlog.last() && count < MOST_LINES && size < FULL; number++) {
            Received message = backlog.get(number);
            byte[] line = message.line();
            if (size + line.length > buffer.length) {
                buffer = Arrays.copyOf(buffer, size + line.length);
            }
            System.arraycopy(line, 0, buffer, size, line.length);
            size += line.length;
            ends[count] = size;
            messages[count++] = message;
            cut += message.cut() ? 1 : 0;
        }
    }

    /** Forgets the messages. */
    void clear() {
        Arrays.fill(messages, 0, count, null);
        count = 0;
    }

    /** The number of the last message. */
    long last() {
        return before + count;
    }

    /** How many bytes of lines were received up to the last. */
    long offset() {
        return messages[count - 1].offset();
    }

    /** How many of its lines lost their end. */
    int cut() {
        return cut;
    }

    @Override
    public String stream() {
        return stream;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int start(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    @Override
    public int end(int line) {
        return ends[line];
    }

    @Override
    public SyslogPosition before() {
        return new SyslogPosition(run, before);
    }

    @Override
    public SyslogPosition after(int line) {
        return new SyslogPosition(run, before + line + 1);
    }

    @Override
    public Instant arrival() {
        return messages[count - 1].arrival();
    }

    @Override
    public Optional<Instant> stamp(int line) {
        return Optional.of(messages[line].time());
    }

    /** Never: the times have been judged already, each by the connection that it came through. */
    @Override
    public boolean fresh() {
        return false;
    }
}
