// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Minutes of load: the mixed log is written as it happens, so many lines a second, and rotated each minute; who fails five
 * times is banned for a minute. What the daemon takes of memory and processors is asked each ten seconds. At the end it
 * must have read every line; and when nothing has happened for some time, what it takes for that is asked, too. The fourth
 * argument: how many minutes; the fifth: how many lines a second.
 */
public final class Load implements AutoCloseable {
    private static final String JAIL =
            "[sshd]\nenabled = true\nfilter = sshd\naction = log\nmaxretry = 5\nfindtime = 10m\nbantime = 1m\nlogpath = ";
    private static final int PARTS_A_SECOND = 20;
    private static final long SAMPLE = TimeUnit.SECONDS.toNanos(10);
    private static final long ROTATION = TimeUnit.MINUTES.toNanos(1);

    private final Path file;
    private final Results results;
    private final Daemon daemon;
    private final MixedLog log;
    private OutputStream out;
    private final long start = System.nanoTime();

    private Load(Workshop workshop) throws IOException, InterruptedException {
        file = workshop.folder().resolve("load.log");
        out = Files.newOutputStream(file);
        log = MixedLog.live(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                out.write(octet);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                out.write(octets, from, length);
            }
        });
        daemon = new Daemon(workshop.folder(), JAIL + file + "\n");
        results = new Results(
                workshop.results(), "load", "seconds", "lines", "resident", "processor", "failed", "banned");
    }

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        double minutes = Double.parseDouble(arguments[3]);
        try (Load load = new Load(workshop)) {
            load.daemon.await(Duration.ofMinutes(1), status -> status.jails() == 1);
            long written = load.write(Duration.ofMillis((long) (minutes * 60_000)), Integer.parseInt(arguments[4]));
            load.daemon.await(Duration.ofDays(1), status -> status.lines() >= written);
            // Until then those are set free that are still banned.
            TimeUnit.SECONDS.sleep(workshop.quick() ? 0 : 90);
            load.rest(workshop, Duration.ofSeconds(workshop.quick() ? 10 : 60));
        }
    }

    private long write(Duration duration, int rate) throws IOException, InterruptedException {
        long written = 0;
        long begin = System.nanoTime();
        long sampled = begin;
        long rotated = begin;
        for (long now = begin; now - begin < duration.toNanos(); now = System.nanoTime()) {
            long due = (long) ((now - begin) / 1e9 * rate);
            if (due > written) {
                written = log.happen((int) (due - written));
            }
            if (now - rotated > ROTATION) {
                rotated = now;
                rotate();
            }
            if (now - sampled > SAMPLE) {
                sampled = now;
                sample(written);
            }
            TimeUnit.MILLISECONDS.sleep(1000 / PARTS_A_SECOND);
        }
        sample(written);
        return written;
    }

    private void rotate() throws IOException {
        Files.move(file, file.resolveSibling("load.log.1"), StandardCopyOption.REPLACE_EXISTING);
        out.close();
        out = Files.newOutputStream(file);
    }

    private void sample(long written) throws IOException {
        Daemon.Status status = daemon.status();
        results.add(
                (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1),
                written,
                Usage.resident(daemon.process(), "VmRSS"),
                Usage.processor(daemon.process()),
                status.failed(),
                status.banned());
    }

    private void rest(Workshop workshop, Duration duration) throws IOException, InterruptedException {
        Results idle = new Results(workshop.results(), "idle", "seconds", "processor", "sleeps", "resident");
        double processor = Usage.processor(daemon.process());
        long sleeps = Usage.sleeps(daemon.process());
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        idle.add(
                duration.toSeconds(),
                Usage.processor(daemon.process()) - processor,
                Usage.sleeps(daemon.process()) - sleeps,
                Usage.resident(daemon.process(), "VmRSS"));
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        out.close();
    }
}
