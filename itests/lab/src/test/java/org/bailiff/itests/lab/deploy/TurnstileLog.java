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
 * Writes the visitors' lines among others that are of no concern, spread over all that is done to the filter meanwhile: for
 * each replacement its share, half of it as fast as it can be written and half while that is coming into force.
 */
final class TurnstileLog implements Callable<Integer> {
    private static final int BLOCK = 20;
    private static final long PAUSE_NANOS = 5_000_000;

    private final Path file;
    private final List<String> lines;
    private final int total;
    private final DoubleSupplier progress;
    private int told;
    private int written;

    /**
     * @param total how many lines to write in all, or some more if that takes longer
     * @param progress of what is done meanwhile, from 0 to 1
     */
    TurnstileLog(Path file, List<String> lines, int total, DoubleSupplier progress) {
        this.file = file;
        this.lines = lines;
        this.total = total;
        this.progress = progress;
    }

    /** Returns how many lines were written. */
    @Override
    public Integer call() throws IOException {
        while (told < lines.size()) {
            int due = (int) (total * progress.getAsDouble()) - written;
            write(Math.max(BLOCK, due / 2), lines.size() * progress.getAsDouble());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return written;
    }

    private void write(int count, double due) throws IOException {
        int share = (int) Math.ceil((due - told) / 2);
        int each = Math.max(1, count / Math.max(1, share));
        String time = Instant.now().truncatedTo(ChronoUnit.MICROS) + " ";
        StringBuilder block = new StringBuilder();
        for (int line = 0; line < count; line++) {
            boolean isVisitors = line % each == 0 && told < Math.min(due, lines.size());
            block.append(time)
                    .append(isVisitors ? lines.get(told++) : other(line))
                    .append('\n');
        }
        Files.writeString(file, block, StandardOpenOption.APPEND);
        written += count;
    }

    /** One in four looks like one that is of concern. */
    private static String other(int line) {
        return line % 4 == 0 ? "turnstile[" + line + "]: welcome 203.0.113." + line % 256 : "lift[7]: floor " + line;
    }
}
