// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A list that passes on what it is told, and shows what is there; what extends it does one thing otherwise. */
class AlteredFile implements RecentFile {
    private final RecentFile below;

    AlteredFile(RecentFile below) {
        this.below = below;
    }

    void write(Writer writer, String change) throws IOException {
        writer.write(change);
    }

    /** What is shown of a list that looks like this. */
    String shown(String text) {
        return text;
    }

    @Override
    public Writer openForWriting() throws IOException {
        Writer writer = below.openForWriting();
        return new Writer() {
            @Override
            public void write(String change) throws IOException {
                AlteredFile.this.write(writer, change);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    @Override
    public Reader openForReading() throws IOException {
        return new WholeReader(below.openForReading());
    }

    @Override
    public boolean mayBeWritten() {
        return below.mayBeWritten();
    }

    /** Reads everything before it shows anything. */
    private final class WholeReader implements Reader {
        private final Reader reader;
        private ByteBuffer text;

        WholeReader(Reader reader) {
            this.reader = reader;
        }

        @Override
        public void rewind() throws IOException {
            reader.rewind();
            text = null;
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            if (text == null) {
                text = ByteBuffer.wrap(shown(all()).getBytes(StandardCharsets.US_ASCII));
            }
            int length = Math.min(buffer.length, text.remaining());
            text.get(buffer, 0, length);
            return length == 0 ? -1 : length;
        }

        private String all() throws IOException {
            StringBuilder all = new StringBuilder();
            byte[] buffer = new byte[Listing.CHUNK];
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                all.append(new String(buffer, 0, length, StandardCharsets.US_ASCII));
            }
            return all.toString();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
