// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * Writes the visitors' lines among others that are of no concern, as fast as the log's bound on its size allows, and
 * spreads them over all that is done to the filter meanwhile.
 */
final class TurnstileLog implements Callable<Integer> {
    private static final int BLOCK = 200;
    private static final int FLOOD = 5000;
    private static final int FLOOD_EACH = 25;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Path file;
    private final List<String> lines;
    private final DoubleSupplier progress;
    private int told;
    private int written;

    /** @param progress of what is done meanwhile, from 0 to 1 */
    TurnstileLog(Path file, List<String> lines, DoubleSupplier progress) {
        this.file = file;
        this.lines = lines;
        this.progress = progress;
    }

    /** Returns how many lines were written. */
    @Override
    public Integer call() throws IOException {
        for (int block = 1; told < lines.size(); block++) {
            write(block % FLOOD_EACH == 0 ? FLOOD : BLOCK);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return written;
    }

    private void write(int count) throws IOException {
        int due = (int) Math.ceil(lines.size() * progress.getAsDouble());
        int share = Math.max(1, count / 10);
        StringBuilder block = new StringBuilder();
        String time = Instant.now().truncatedTo(ChronoUnit.MICROS) + " ";
        for (int line = 0; line < count; line++) {
            boolean isVisitors = line % 10 == 0 && told < due && share-- > 0;
            String text = isVisitors ? lines.get(told++) : "turnstile[" + line + "]: welcome 203.0.113." + line % 256;
            block.append(time).append(text).append('\n');
        }
        Files.writeString(file, block, StandardOpenOption.APPEND);
        written += count;
    }
}
