// SPDX-License-Identifier: Apache-2.0
package org.bailiff.jail.fakes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;

/**
 * Streams in memory; a position is the number of lines before it. Lines move when {@link #pump} is called. A stream whose
 * name ends with {@code absent} is waited for; a pattern with {@code doubtful} is.
 */
public final class FakeLogSourceFactory implements LogSourceFactory {
    private final String kind;
    private final boolean findsTimes;
    private final List<Start> starts = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private volatile Instant arrival = Instant.parse("2026-11-22T12:00:00Z");

    private record Line(int number) implements Position {
        @Override
        public String text() {
            return Integer.toString(number);
        }

        @Override
        public int compareTo(Position other) {
            return Integer.compare(number, ((Line) other).number);
        }
    }

    public FakeLogSourceFactory() {
        this("file", false);
    }

    public FakeLogSourceFactory(String kind, boolean findsTimes) {
        this.kind = kind;
        this.findsTimes = findsTimes;
    }

    /** Where sources began, in order. */
    public List<Start> starts() {
        return List.copyOf(starts);
    }

    public void write(String stream, String... lines) {
        written.computeIfAbsent(stream, name -> new CopyOnWriteArrayList<>()).addAll(List.of(lines));
    }

    public void arriveAt(Instant instant) {
        arrival = instant;
    }

    /** Offers every open source's new lines, until nothing moves. */
    public void pump() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Source source : sources) {
                moved |= source.offer();
            }
        }
    }

    /** What a source does some time after its consumer threw. */
    public void offerAgain() {
        sources.forEach(Source::resume);
    }

    public int openSources() {
        return sources.size();
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        listener.appeared(pattern);
        return new Discovery() {
            @Override
            public Optional<String> problem() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<String> doubts(String pattern) {
        return pattern.contains("doubtful") ? List.of("this is doubtful; write another") : List.of();
    }

    @Override
    public boolean findsTimes() {
        return findsTimes;
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        List<String> lines = written.computeIfAbsent(stream, name -> new CopyOnWriteArrayList<>());
        starts.add(start);
        int end = start.atTail() ? lines.size() : 0;
        Source source = new Source(
                stream,
                consumer,
                start.from().map(from -> ((Line) from).number()).orElse(end));
        sources.add(source);
        return source;
    }

    @Override
    public Position parsePosition(String text) {
        return new Line(Integer.parseInt(text));
    }

    private final class Source implements LogSource {
        private final String stream;
        private final LineConsumer consumer;
        private volatile int next;
        private volatile boolean parked;

        Source(String stream, LineConsumer consumer, int next) {
            this.stream = stream;
            this.consumer = consumer;
            this.next = next;
        }

        boolean offer() {
            List<String> lines = new ArrayList<>(written.get(stream))
                    .subList(next, written.get(stream).size());
            if (parked || lines.isEmpty()) {
                return false;
            }
            parked = true;
            if (consumer.take(new Batch(stream, lines, next)) == LineConsumer.Answer.LATER) {
                return false;
            }
            parked = false;
            next += lines.size();
            return true;
        }

        @Override
        public SourceStatus status() {
            int lag = written.get(stream).size() - next;
            return stream.endsWith("absent")
                    ? new SourceStatus(stream, kind, SourceStatus.State.WAITING, "it is not there", -1, -1, 0, 0, 0, 0)
                    : new SourceStatus(stream, kind, SourceStatus.State.READING, "", next, lag, next, 0, 0, 0);
        }

        @Override
        public Optional<Position> position() {
            return stream.endsWith("absent") ? Optional.empty() : Optional.of(new Line(next));
        }

        @Override
        public void resume() {
            parked = false;
        }

        @Override
        public void close() {
            sources.remove(this);
        }
    }

    private final class Batch implements LineBatch {
        private final String stream;
        private final int first;
        private final byte[] buffer;
        private final int[] ends;

        Batch(String stream, List<String> lines, int first) {
            this.stream = stream;
            this.first = first;
            this.buffer = String.join("", lines).getBytes(StandardCharsets.UTF_8);
            this.ends = new int[lines.size()];
            int end = 0;
            for (int line = 0; line < ends.length; line++) {
                end += lines.get(line).getBytes(StandardCharsets.UTF_8).length;
                ends[line] = end;
            }
        }

        @Override
        public String stream() {
            return stream;
        }

        @Override
        public int count() {
            return ends.length;
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
        public Position before() {
            return new Line(first);
        }

        @Override
        public Position after(int line) {
            return new Line(first + line + 1);
        }

        @Override
        public Instant arrival() {
            return arrival;
        }

        @Override
        public boolean fresh() {
            return true;
        }
    }
}
