// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the systemd journal. A stream is what one match expression names; each is read on a thread of its own, which
 * calls its consumer.
 */
@Component(property = LogSourceFactory.KIND + "=" + JournalSource.KIND)
public final class JournalLogSources implements LogSourceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLogSources.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Journalctl program;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<JournalSource, Thread> reading = new ConcurrentHashMap<>();

    @Activate
    public JournalLogSources() {
        this(Journalctl.ofTheSystem());
    }

    JournalLogSources(Journalctl program) {
        this.program = program;
    }

    /** Ends all children and threads, and waits for them for some seconds. */
    @Deactivate
    void stop() {
        Map<JournalSource, Thread> open = Map.copyOf(reading);
        open.keySet().forEach(JournalSource::close);
        try {
            for (Thread thread : open.values()) {
                thread.join(PATIENCE.toMillis());
                if (thread.isAlive()) {
                    LOG.warn("{} did not end within {} s", thread.getName(), PATIENCE.toSeconds());
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        try {
            listener.appeared(MatchExpression.parse(pattern).stream());
            return new Discovered(Optional.empty());
        } catch (IllegalArgumentException wrong) {
            return new Discovered(Optional.of("journalmatch: " + wrong.getMessage()));
        }
    }

    @Override
    public List<String> doubts(String pattern) {
        try {
            return Doubts.of(MatchExpression.parse(pattern));
        } catch (IllegalArgumentException wrong) {
            // It cannot be watched at all, which is said where it is tried.
            return List.of();
        }
    }

    @Override
    public boolean findsTimes() {
        return true;
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        JournalSource source = new JournalSource(stream, consumer, clock);
        JournalReading work = new JournalReading(MatchExpression.ofStream(stream), start, program, source, clock);
        Thread thread = new Thread(() -> read(source, work), "bailiff-read-journal-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        reading.put(source, thread);
        thread.start();
        return source;
    }

    private void read(JournalSource source, JournalReading work) {
        try {
            work.run();
        } finally {
            reading.remove(source);
        }
    }

    @Override
    public Position parsePosition(String text) {
        return JournalPosition.parse(text);
    }

    /**
     * An expression always names one stream, or is none.
     *
     * @param problem why it is none; empty if it is one
     */
    private record Discovered(Optional<String> problem) implements Discovery {

        @Override
        public void close() {
            // Nothing is watched.
        }
    }
}
