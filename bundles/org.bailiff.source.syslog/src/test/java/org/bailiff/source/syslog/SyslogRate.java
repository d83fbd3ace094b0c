// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bailiff.api.source.LineConsumer;
import org.bailiff.api.source.LogSource;
import org.bailiff.api.source.SourceStatus;
import org.bailiff.api.source.Start;

/**
 * Measures how many messages a second come through the loopback interface to a consumer, and how many are lost; not a test.
 *
 * <pre>java -cp CLASSPATH org.bailiff.source.syslog.SyslogRate</pre>
 */
public final class SyslogRate {
    private static final byte[] MESSAGE =
            "<38>Nov 26 10:59:58 web1 sshd[4711]: Failed password for root from 198.51.100.7 port 50273 ssh2"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int SECONDS = 3;
    private static final int AT_ONCE = 200;
    private static final double NANOS = 1e9;

    private final SyslogLogSources sources = new SyslogLogSources(Clock.systemUTC(), 1);
    private final AtomicLong delivered = new AtomicLong();
    /** The time on a processor that the reading thread took, as it says itself: holds also on a busy machine. */
    private final AtomicLong cpuNanos = new AtomicLong();

    private long cpuBefore;

    private SyslogRate() {}

    public static void main(String... arguments) throws IOException {
        SyslogRate rate = new SyslogRate();
        rate.tcp("warm-up");
        rate.tcp("tcp, counted");
        for (int wanted : new int[] {50_000, 100_000, 200_000, 1_000_000}) {
            rate.udp(wanted);
        }
        rate.tcp("tcp, counted, again");
        rate.sources.stop();
    }

    private LogSource open(String stream) {
        delivered.set(0);
        cpuBefore = cpuNanos.get();
        LogSource source = sources.open(stream, Start.HEAD, batch -> {
            delivered.addAndGet(batch.count());
            cpuNanos.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            return LineConsumer.Answer.TAKEN;
        });
        Await.until("it is listened at", () -> source.status().state() == SourceStatus.State.READING);
        return source;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void udp(int wanted) throws IOException {
        int port = freePort();
        LogSource source = open("udp://127.0.0.1:" + port);
        long sent = 0;
        long begun = System.nanoTime();
        double seconds = 0;
        try (DatagramChannel channel = DatagramChannel.open().connect(Sender.local(port))) {
            while (seconds < SECONDS) {
                if (sent > seconds * wanted) {
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                } else {
                    for (int count = 0; count < AT_ONCE; count++) {
                        channel.write(ByteBuffer.wrap(MESSAGE));
                    }
                    sent += AT_ONCE;
                }
                seconds = (System.nanoTime() - begun) / NANOS;
            }
        }
        settle();
        System.out.printf(
                "udp at %,d/s wanted: sent %,.0f/s, delivered %,.0f/s, lost %.2f %%, one processor manages %,.0f/s%n",
                wanted, sent / seconds, delivered.get() / seconds, 100.0 * (sent - delivered.get()) / sent, capacity());
        source.close();
    }

    private void tcp(String name) throws IOException {
        int port = freePort();
        LogSource source = open("tcp://127.0.0.1:" + port);
        byte[] counted = (MESSAGE.length + " " + new String(MESSAGE, StandardCharsets.UTF_8))
                .repeat(AT_ONCE)
                .getBytes(StandardCharsets.UTF_8);
        long sent = 0;
        long begun = System.nanoTime();
        try (SocketChannel channel = SocketChannel.open(Sender.local(port))) {
            while (System.nanoTime() - begun < Duration.ofSeconds(SECONDS).toNanos()) {
                ByteBuffer bytes = ByteBuffer.wrap(counted);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                sent += AT_ONCE;
            }
        }
        settle();
        double seconds = (System.nanoTime() - begun) / NANOS;
        System.out.printf(
                "%s: delivered %,.0f/s, lost %,d of %,d, one processor manages %,.0f/s%n",
                name, delivered.get() / seconds, sent - delivered.get(), sent, capacity());
        source.close();
    }

    /** How many messages a second the thread would deliver if it had a processor of its own. */
    private double capacity() {
        return delivered.get() * NANOS / (cpuNanos.get() - cpuBefore);
    }

    /** Waits until nothing more comes for a while. */
    private void settle() {
        long before = -1;
        while (before != delivered.get()) {
            before = delivered.get();
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
