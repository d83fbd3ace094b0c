// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.bailiff.source.file.follow.Follower;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Follows log files. All of them are read, and all consumers and listeners called, on one thread. */
@Component(property = LogSourceFactory.KIND + "=" + Follower.KIND)
public final class FileLogSources implements LogSourceFactory {
    private final ReadingThread thread;

    @Activate
    public FileLogSources() {
        thread = new ReadingThread(wake -> new FileReading(Clock.systemUTC(), wake));
        thread.start();
    }

    @Deactivate
    void stop() {
        thread.stop();
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        try {
            return thread.reading().discover(PathPattern.parse(pattern), listener);
        } catch (IllegalArgumentException wrong) {
            return new UnusablePattern(Optional.of(wrong.getMessage()));
        }
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        return thread.reading().open(Path.of(stream), start, consumer);
    }

    @Override
    public Position parsePosition(String text) {
        return thread.reading().parsePosition(text);
    }
}
