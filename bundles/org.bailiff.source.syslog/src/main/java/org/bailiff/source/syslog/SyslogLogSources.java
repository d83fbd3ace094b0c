// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

/**
 * Receives syslog. A stream is what is received at one address; all are received, and all consumers called, on one
 * thread. Listeners are called by whoever calls {@link #discover}.
 */
@Component(property = LogSourceFactory.KIND + "=" + SyslogSource.KIND)
public final class SyslogLogSources implements LogSourceFactory {
    private static final long MOST_RUNS = 1_000_000_000_000_000L;

    private final InstantSource clock;
    private final long run;
    private final ReadingThread thread;

    @Activate
    public SyslogLogSources() {
        this(Clock.systemUTC(), Math.floorMod(new SecureRandom().nextLong(), MOST_RUNS));
    }

    SyslogLogSources(InstantSource clock, long run) {
        this.clock = clock;
        this.run = run;
        this.thread = new ReadingThread(clock, run);
    }

    /** Closes all sockets, and waits for that for some seconds. */
    @Deactivate
    void stop() {
        thread.stop();
    }

    /** Has what is due looked at, for tests that move the clock. */
    void wake() {
        thread.wake();
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        try {
            listener.appeared(SyslogAddress.parse(pattern).stream());
            return new Discovered(Optional.empty());
        } catch (IllegalArgumentException wrong) {
            return new Discovered(Optional.of("logpath: " + wrong.getMessage()));
        }
    }

    @Override
    public List<String> doubts(String pattern) {
        try {
            return SyslogAddress.parse(pattern).doubts();
        } catch (IllegalArgumentException wrong) {
            // It cannot be listened at at all, which is said where it is tried.
            return List.of();
        }
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        SyslogAddress address = SyslogAddress.parse(stream);
        SyslogSource source = new SyslogSource(stream, start, consumer, clock, thread);
        thread.execute(addresses -> addresses.add(source, address));
        return source;
    }

    @Override
    public Position parsePosition(String text) {
        return SyslogPosition.parse(text).in(run);
    }

    /**
     * An address is always one stream, or is none.
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
