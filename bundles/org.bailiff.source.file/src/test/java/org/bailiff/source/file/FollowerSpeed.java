// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.bailiff.api.source.LineBatch;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.Position;
import org.bailiff.api.source.Start;

/**
 * Measures how fast one file is read, by a consumer that asks for the place behind each batch, or behind each line, as a
 * jail does after a restart. Run by hand, with the test classes on the class path:
 * {@code java org.bailiff.source.file.FollowerSpeed FOLDER [LINES [ROUNDS]]}. The folder is best in memory. CPU seconds are those of
 * the reading thread alone, so that other load does not count.
 */
final class FollowerSpeed {
    private static final String LINE =
            " host sshd[12345]: Failed password for invalid user administrator " + "from 192.0.2.7 port 50273 ssh2\n";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private FollowerSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3_000_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 6;
        Path log = Path.of(arguments[0], "follower-speed.log");
        write(log, lines);
        try {
            for (int round = 0; round < rounds; round++) {
                report("batches", lines, measure(log, new Count(false)));
                report("lines", lines, measure(log, new Count(true)));
            }
        } finally {
            Files.delete(log);
        }
    }

    private static void write(Path log, int lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            for (int number = 0; number < lines; number++) {
                out.write(String.format("Nov 23 10:%02d:%02d", number / 60 % 60, number % 60));
                out.write(LINE);
            }
        }
    }

    /** Reads it all; answers the CPU time in nanoseconds. */
    private static long measure(Path log, Count count) {
        FileReading reading = new FileReading(Clock.systemUTC(), () -> {});
        long start = THREADS.getCurrentThreadCpuTime();
        reading.open(log, Start.HEAD, count);
        while (reading.step().isZero()) {
            // It has more to read.
        }
        long used = THREADS.getCurrentThreadCpuTime() - start;
        reading.release();
        if (count.lines == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return used;
    }

    private static void report(String what, int lines, long nanos) {
        System.out.printf(
                "place behind all %s: %.3f CPU s, %.2f million lines/s%n",
                what, nanos / NANOS, lines / (nanos / NANOS) / 1e6);
    }

    /** A consumer that only counts. */
    private static final class Count implements LineConsumer {
        private final boolean everyLine;
        private long lines;
        private Position last;

        Count(boolean everyLine) {
            this.everyLine = everyLine;
        }

        @Override
        public Answer take(LineBatch batch) {
            for (int line = everyLine ? 0 : batch.count() - 1; line < batch.count(); line++) {
                last = batch.after(line);
            }
            lines += batch.count();
            return Answer.TAKEN;
        }
    }
}
