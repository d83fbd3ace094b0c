// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.util.Arrays;
import org.bailiff.action.xtrecent.list.Faults.Call;
import org.bailiff.action.xtrecent.list.Faults.Failure;

/**
 * A list at which any call may fail, and before any of which something else may happen. It counts what the daemon has been
 * told of its writes.
 */
final class FaultyFile implements RecentFile {
    private final RecentFile below;
    private final Faults faults;
    private Runnable interruption;
    private int callsUntilThen;
    private long writes;
    private long errors;

    FaultyFile(RecentFile below, Faults faults) {
        this.below = below;
        this.faults = faults;
    }

    /** Has something happen right before one of the next calls. */
    void interrupt(int calls, Runnable event) {
        callsUntilThen = calls;
        interruption = event;
    }

    /** Forgets an interruption that did not come; whether it came. */
    boolean wasInterrupted() {
        boolean came = interruption == null;
        interruption = null;
        return came;
    }

    long writes() {
        return writes;
    }

    long errors() {
        return errors;
    }

    void countAnew() {
        writes = 0;
        errors = 0;
    }

    private Failure before(Call call) {
        if (interruption != null && callsUntilThen-- == 0) {
            Runnable event = interruption;
            interruption = null;
            event.run();
        }
        return faults.next(call);
    }

    @Override
    public Writer openForWriting() throws IOException {
        before(Call.OPEN_FOR_WRITING).fail();
        return new FaultyWriter(below.openForWriting());
    }

    @Override
    public Reader openForReading() throws IOException {
        before(Call.OPEN_FOR_READING).fail();
        return new FaultyReader(below.openForReading());
    }

    @Override
    public boolean mayBeWritten() {
        return before(Call.MAY_BE_WRITTEN) == Failure.NONE && below.mayBeWritten();
    }

    private final class FaultyWriter implements Writer {
        private final Writer writer;

        FaultyWriter(Writer writer) {
            this.writer = writer;
        }

        @Override
        public void write(String change) throws IOException {
            // What fails unless it comes to its end.
            errors++;
            Failure failure = before(Call.WRITE);
            failure.fail();
            writer.write(change);
            if (failure == Failure.SHORT) {
                throw new IOException("Nicht erlaubter Seek");
            }
            errors--;
            writes++;
        }

        @Override
        public void close() throws IOException {
            Failure failure = before(Call.CLOSE);
            writer.close();
            failure.fail();
        }
    }

    private final class FaultyReader implements Reader {
        private final Reader reader;

        FaultyReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public void rewind() throws IOException {
            before(Call.REWIND).fail();
            reader.rewind();
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            Failure failure = before(Call.READ);
            failure.fail();
            if (failure != Failure.SHORT) {
                return reader.read(buffer);
            }
            byte[] part = Arrays.copyOf(buffer, 13);
            int length = reader.read(part);
            System.arraycopy(part, 0, buffer, 0, Math.max(0, length));
            return length;
        }

        @Override
        public void close() throws IOException {
            Failure failure = before(Call.CLOSE);
            reader.close();
            failure.fail();
        }
    }
}
