// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Lines that concern nobody, in as many writes as a busy host would need: one each two milliseconds. */
final class Noise extends Thread {
    private static final int PAUSES = 500;
    private static final String LINE =
            " server kernel: [UFW AUDIT] IN=eth0 OUT= SRC=10.1.2.3 DST=10.1.2.4 LEN=60 TTL=64 PROTO=TCP SPT=4711\n";

    private final FileChannel log;
    private final int lines;
    private volatile boolean ended;

    Noise(FileChannel log, int linesPerSecond) {
        this.log = log;
        this.lines = linesPerSecond / PAUSES;
        setDaemon(true);
    }

    @Override
    public void run() {
        long next = System.nanoTime();
        try {
            while (!ended && lines > 0) {
                String stamp =
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
                log.write(ByteBuffer.wrap((stamp + LINE).repeat(lines).getBytes(StandardCharsets.US_ASCII)));
                next += TimeUnit.SECONDS.toNanos(1) / PAUSES;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void end() throws InterruptedException {
        ended = true;
        join();
    }
}
