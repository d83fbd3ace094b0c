// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.SourceStatus.State;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.bailiff.source.file.model.ModelJail;
import org.bailiff.source.file.model.ModelLog;

/** The real reading of all logs that a glob names, step by step, for the jails of the model. */
final class ModelReader implements StreamListener {
    private static final int STEPS = 10_000;

    private final Map<Path, ModelLog> logs;
    private final FileReading reading;
    private final Map<Path, LogSource> sources = new HashMap<>();
    private boolean full;

    /** Begins where the jails of each log kept their positions. */
    ModelReader(InstantSource clock, Path glob, Map<Path, ModelLog> logs) {
        this.logs = logs;
        this.reading = new FileReading(clock, () -> {});
        // As the readings of jails do it: all positions are parsed before a source is opened.
        logs.values().forEach(log -> log.jails().forEach(jail -> jail.goOn(reading::parsePosition)));
        reading.discover(PathPattern.parse(glob.toString()), this);
    }

    private final class Consumer implements LineConsumer {
        private final ModelLog log;

        Consumer(ModelLog log) {
            this.log = log;
        }

        @Override
        public Answer take(LineBatch batch) {
            if (full) {
                return Answer.LATER;
            }
            log.jails().forEach(jail -> jail.take(batch));
            return Answer.TAKEN;
        }
    }

    @Override
    public void appeared(String stream) {
        ModelLog log = logs.get(Path.of(stream));
        if (log == null) {
            throw new AssertionError(stream + " was told as a stream of its own");
        }
        sources.put(log.path(), reading.open(log.path(), startOf(log), new Consumer(log)));
    }

    private static Start startOf(ModelLog log) {
        Optional<Position> least = Optional.empty();
        for (ModelJail jail : log.jails()) {
            if (jail.taken().isEmpty()) {
                return Start.HEAD;
            }
            Position taken = jail.taken().get();
            least = least.filter(place -> place.compareTo(taken) <= 0).or(() -> Optional.of(taken));
        }
        return least.map(Start::after).orElse(Start.HEAD);
    }

    @Override
    public void vanished(String stream) {
        sources.remove(Path.of(stream)).close();
    }

    /** Looks at everything, until there is nothing more to read at once. */
    void look() {
        reading.missed();
        // The first step may open sources, which the next one looks at.
        reading.step();
        readAll();
        noticeAll();
    }

    private void noticeAll() {
        logs.values().stream().filter(log -> sources.containsKey(log.path())).forEach(ModelLog::noticed);
    }

    /** The kernel tells that a log was written; it does not tell what else has happened, or later. */
    void hear(ModelLog log) {
        LogSource source = sources.get(log.path());
        if (source == null) {
            return;
        }
        long layout = reading.layout();
        SourceStatus before = source.status();
        reading.written(log.path());
        readAll();
        if (reading.layout() != layout) {
            // The second was over: everything was looked at.
            noticeAll();
        } else if (before.state() != State.READING
                || before.rotationsTotal() != source.status().rotationsTotal()) {
            log.noticed();
        }
    }

    private void readAll() {
        for (int step = 0; reading.step().isZero(); step++) {
            if (step > STEPS) {
                throw new AssertionError("it reads for ever");
            }
        }
    }

    /** Whether all jails have room for lines. */
    void setFull(boolean value) {
        full = value;
        sources.values().forEach(LogSource::resume);
    }

    /** Where the reading of a log stands. */
    Position position(ModelLog log) {
        return sources.get(log.path()).position().orElseThrow();
    }

    void kill() {
        reading.release();
    }
}
