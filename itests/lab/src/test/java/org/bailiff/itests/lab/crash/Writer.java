// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.crash;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Writes the lines when their time has come, in chunks that may end within a line, and rotates the log now and then. */
final class Writer implements Callable<Void> {
    private static final int LONGEST_PAUSE = 40;

    private final DoorLog log;
    private final List<Line> lines;
    private final Instant begin;
    private final Random random;
    private final TreeSet<Duration> rotations = new TreeSet<>();
    private String rest = "";

    /**
     * @param begin when the trial begins
     * @param length the time within which the log is rotated
     */
    Writer(DoorLog log, List<Line> lines, Instant begin, Scale scale, Random random) {
        this.log = log;
        this.lines = lines;
        this.begin = begin;
        this.random = random;
        while (rotations.size() < scale.rotations()) {
            rotations.add(Duration.ofMillis(random.nextLong(scale.length().toMillis())));
        }
    }

    @Override
    public Void call() throws IOException {
        int next = 0;
        while (next < lines.size()) {
            awaitTime(lines.get(next).written());
            Duration now = Duration.between(begin, Instant.now());
            StringBuilder chunk = new StringBuilder();
            while (next < lines.size() && lines.get(next).written().compareTo(now) <= 0) {
                chunk.append(lines.get(next++).text(begin));
            }
            write(chunk.toString());
            if (!rotations.isEmpty() && rotations.first().compareTo(now) <= 0) {
                rotations.pollFirst();
                rotate();
            }
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(LONGEST_PAUSE)).toNanos());
        }
        log.write(rest);
        return null;
    }

    private void write(String chunk) throws IOException {
        String text = rest + chunk;
        int end = random.nextInt(4) == 0 ? text.length() - random.nextInt(Math.min(40, text.length())) : text.length();
        log.write(text.substring(0, end));
        rest = text.substring(end);
    }

    private void rotate() throws IOException {
        log.write(rest);
        rest = "";
        DoorLog.Way[] ways = DoorLog.Way.values();
        log.rotate(ways[random.nextInt(ways.length)]);
    }

    private void awaitTime(Duration time) {
        long nanos = Duration.between(Instant.now(), begin.plus(time)).toNanos();
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
