// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LogArchive;
import org.bailiff.api.source.PastLines;
import org.bailiff.api.source.Position;

/** Logs of the past, in batches of two lines. A pattern names every log that begins with it. */
public final class FakeLogArchive implements LogArchive {
    private final Map<String, List<String>> logs = new TreeMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private final List<String> opened = new ArrayList<>();
    private int closed;

    /** A log and its lines. */
    public FakeLogArchive log(String name, String... lines) {
        logs.put(name, Arrays.asList(lines));
        return this;
    }

    /** Reading the log fails at its end. */
    public FakeLogArchive breaks(String name, String why) {
        unreadable.put(name, why);
        return this;
    }

    /** What was opened: the name, and since when it was of use. */
    public List<String> opened() {
        return opened;
    }

    public boolean allAreClosed() {
        return closed == opened.size();
    }

    @Override
    public Holdings find(String pattern) {
        List<String> names =
                logs.keySet().stream().filter(name -> name.startsWith(pattern)).toList();
        return new Holdings(names, names.isEmpty() ? List.of("no file matches " + pattern) : List.of());
    }

    @Override
    public PastLines open(String stream, Instant since) throws IOException {
        if (logs.get(stream).isEmpty()) {
            throw new IOException("cannot read " + stream);
        }
        opened.add(stream + " " + since);
        return new Lines(stream, logs.get(stream).iterator());
    }

    private final class Lines implements PastLines {
        private final String stream;
        private final Iterator<String> rest;

        Lines(String stream, Iterator<String> rest) {
            this.stream = stream;
            this.rest = rest;
        }

        @Override
        public Optional<LineBatch> next() throws IOException {
            List<String> texts = new ArrayList<>();
            while (rest.hasNext() && texts.size() < 2) {
                texts.add(rest.next());
            }
            if (texts.isEmpty() && unreadable.containsKey(stream)) {
                throw new IOException(unreadable.get(stream));
            }
            return texts.isEmpty() ? Optional.empty() : Optional.of(new Batch(stream, texts));
        }

        @Override
        public List<String> problems() {
            return List.of();
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private record Batch(String stream, List<String> texts) implements LineBatch {

        @Override
        public int count() {
            return texts.size();
        }

        @Override
        public byte[] buffer() {
            return String.join("", texts).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int start(int line) {
            return String.join("", texts.subList(0, line)).length();
        }

        @Override
        public int end(int line) {
            return String.join("", texts.subList(0, line + 1)).length();
        }

        @Override
        public Position before() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Position after(int line) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant arrival() {
            return Instant.parse("2026-11-22T12:00:00Z");
        }

        @Override
        public boolean fresh() {
            return false;
        }
    }
}
