// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bailiff.action.xtrecent.list.RecentFile;

/** A list of IPv4 addresses, with somebody else at work on it. */
final class FakeList implements RecentFile {
    final Set<String> entries = new LinkedHashSet<>();
    /** What somebody else makes of each change before anybody looks; empty is nothing. */
    UnaryOperator<String> fate = UnaryOperator.identity();

    boolean refuses;

    @Override
    public boolean mayBeWritten() {
        return true;
    }

    @Override
    public Writer openForWriting() {
        return new Writer() {
            @Override
            public void write(String change) throws IOException {
                if (refuses) {
                    throw new IOException("Invalid argument");
                }
                String made = fate.apply(change);
                if (made.startsWith("+")) {
                    entries.add(made.substring(1));
                } else if (made.startsWith("-")) {
                    entries.remove(made.substring(1));
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Reader openForReading() {
        return new Reader() {
            private InputStream rest = InputStream.nullInputStream();

            @Override
            public void rewind() {
                StringBuilder text = new StringBuilder();
                entries.forEach(entry -> text.append("src=" + entry + " ttl: 0 last_seen: 1 oldest_pkt: 1 1\n"));
                rest = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public int read(byte[] buffer) throws IOException {
                return rest.read(buffer);
            }

            @Override
            public void close() {}
        };
    }
}
