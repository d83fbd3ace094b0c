// SPDX-License-Identifier: Apache-2.0
package org.example.source.spool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bailiff.api.source.Discovery;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.LogSourceFactory;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;
import org.bailiff.api.source.StreamListener;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers {@code backend = spool}, whose {@code logpath} is a folder: one stream, named as the folder is. */
@Component(property = LogSourceFactory.KIND + "=" + SpoolSources.KIND)
public final class SpoolSources implements LogSourceFactory {
    static final String KIND = "spool";

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "example-read-spool"));

    @Deactivate
    void stop() {
        thread.shutdown();
    }

    @Override
    public Discovery discover(String pattern, StreamListener listener) {
        listener.appeared(pattern);
        return new Discovery() {
            @Override
            public Optional<String> problem() {
                return Files.isDirectory(Path.of(pattern))
                        ? Optional.empty()
                        : Optional.of("there is no folder " + pattern + "; make it");
            }

            @Override
            public void close() {
                // Nothing is watched for: the one stream is always there.
            }
        };
    }

    @Override
    public LogSource open(String stream, Start start, LineConsumer consumer) {
        return Spool.open(Path.of(stream), start, consumer, thread);
    }

    @Override
    public Position parsePosition(String text) {
        return SpoolPosition.parse(text);
    }
}
