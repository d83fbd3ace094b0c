// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bailiff.api.filter.FilterDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterFolderWatchTest {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    private Runnable offer(FilterDefinition definition) {
        events.add("offer " + definition.name());
        return () -> events.add("withdraw " + definition.name());
    }

    private String next() throws InterruptedException {
        return events.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void definitionsComeAndGoWhileItWatches(@TempDir Path etc) throws IOException, InterruptedException {
        Path directory = Files.createDirectory(etc.resolve("filter.d"));
        Files.writeString(directory.resolve("first.conf"), "[Definition]\n");
        FilterFolder folder = new FilterFolder(directory, new FilterShelf(this::offer));

        try (FilterFolderWatch watch = FilterFolderWatch.start(folder)) {
            assertThat(events).as("there before the watching began").containsExactly("offer first");
            events.clear();
            Files.writeString(directory.resolve("second.conf"), "[Definition]\n");
            assertThat(next()).isEqualTo("offer second");
            Files.delete(directory.resolve("first.conf"));
            assertThat(next()).isEqualTo("withdraw first");
            assertThat(watch).isNotNull();
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("bailiff-watch-etc");
    }

    @Test
    void whoAsksForALookFindsWhatLiesThereCounted(@TempDir Path etc) throws IOException {
        Path directory = Files.createDirectory(etc.resolve("filter.d"));
        FilterFolder folder = new FilterFolder(directory, new FilterShelf(this::offer));

        try (FilterFolderWatch watch = FilterFolderWatch.start(folder)) {
            Files.writeString(directory.resolve("fresh.conf"), "[Definition]\n");
            watch.lookNow();

            assertThat(events).containsExactly("offer fresh");
        }
    }
}
