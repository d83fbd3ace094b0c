// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

/** A list that takes every change and shows none: of a rehearsal, which no packet is to feel. */
final class MemoryFile implements RecentFile {

    @Override
    public Writer openForWriting() {
        return new Taker();
    }

    @Override
    public Reader openForReading() {
        return new Blank();
    }

    @Override
    public boolean mayBeWritten() {
        return true;
    }

    private record Taker() implements Writer {
        @Override
        public void write(String change) {}

        @Override
        public void close() {}
    }

    private record Blank() implements Reader {
        @Override
        public void rewind() {}

        @Override
        public int read(byte[] buffer) {
            return -1;
        }

        @Override
        public void close() {}
    }
}
