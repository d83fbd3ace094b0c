// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that reads all files: it waits for the kernel's word, or a second, and lets the reading take a step. */
final class ReadingThread implements Runnable {
    /** Also seen in thread dumps. */
    static final String NAME = "bailiff-read-files";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WakeableWait waiting = new WakeableWait();
    private final DirectoryWatches watches;
    private final FileReading reading;
    private final Thread thread = new Thread(this, NAME);
    private volatile boolean stopped;
    /** As it was when the directories were last looked after. Belongs to the thread. */
    private long layout = -1;

    /**
     * @param readingWith makes what the thread does, given what wakes the thread
     */
    ReadingThread(Function<Runnable, FileReading> readingWith) {
        this.watches = new DirectoryWatches(waiting);
        this.reading = readingWith.apply(waiting::wake);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    FileReading reading() {
        return reading;
    }

    @Override
    public void run() {
        Duration wait = Duration.ZERO;
        while (!stopped) {
            wait = turn(wait);
        }
        reading.release();
    }

    /** A method of its own: what stands in a loop that never ends stays uncompiled for long. */
    private Duration turn(Duration wait) {
        try {
            watches.await(wait, reading);
            return step();
        } catch (RuntimeException | Error unexpected) {
            // A fault in one step must not end the reading of all files; the pause keeps it from filling the log.
            LOG.error("reading files failed unexpectedly, and goes on", unexpected);
            return FileReading.TICK;
        }
    }

    private Duration step() {
        Duration wait = reading.step();
        if (layout == reading.layout()) {
            return wait;
        }
        layout = reading.layout();
        if (!watches.watchOnly(reading.directories())) {
            return wait;
        }
        // What was written before the watch began was not told.
        reading.missed();
        return Duration.ZERO;
    }

    /** Ends the thread, and waits for it for some seconds. */
    void stop() {
        stopped = true;
        waiting.wake();
        try {
            thread.join(PATIENCE.toMillis());
            watches.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.debug("closing the watch service failed", failed);
        }
        if (thread.isAlive()) {
            LOG.warn("{} did not end within {} s", NAME, PATIENCE.toSeconds());
        }
    }
}
