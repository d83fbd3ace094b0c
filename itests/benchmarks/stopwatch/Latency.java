// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The stopwatch of {@code itests/benchmarks/latency}, which says what is measured and how. Its arguments are the case, the
 * number of rounds, Bailiff's data directory, and the begin of the command that starts the daemon, if it is to have other
 * turns than the stopwatch.
 */
public final class Latency {
    static final Path LOG = Path.of("/run/auth.log");

    private static final int FAILURES = 5;
    /** The list holds two less than 100. */
    private static final int ROOM = 80;
    /** After so many rounds what a ban takes is compiled for good: the compiler's last stage is for what runs 10,000 times. */
    private static final int WARM_UP = 15_000;

    /** The cases that begin without. Of a program in C or Python, or of one that was just started, there is nothing to wait for. */
    private static final Set<String> FRESH = Set.of("fresh", "floor", "sshguard", "fail2ban");

    /** Rounds that are shown apart: of what was just started, much runs uncompiled. */
    private static final int EARLY = 100;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Random random = new Random(1);
    private final KernelList list = new KernelList();
    private final String name;
    private final Peer peer;
    private final Daemon daemon;
    private final FileChannel log;
    private int addresses;
    private boolean hurried;

    private Latency(String name, Peer peer, List<String> turns) throws Exception {
        this.name = name;
        this.peer = peer;
        this.log = FileChannel.open(LOG, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        this.daemon = new Daemon(peer, turns);
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        int rounds = Integer.parseInt(arguments[1]);
        List<String> turns = Arrays.asList(arguments).subList(3, arguments.length);
        Peer peer =
                switch (name) {
                    case "floor" -> new LeastProgram("/run/floor");
                    case "least" -> new LeastProgram("java", "-XX:+UseSerialGC", "/run/Least.java");
                    case "sshguard" -> new Sshguard();
                    case "fail2ban" -> new Fail2ban();
                    default -> new Bailiff(arguments[2], turns);
                };
        Latency latency = new Latency(name, peer, turns);
        try {
            latency.measure(rounds);
        } finally {
            latency.daemon.end();
        }
    }

    private void measure(int rounds) throws Exception {
        Noise noise = new Noise(log, name.equals("noise") || name.equals("jails") ? 20_000 : 0);
        noise.start();
        // The stopwatch is to be compiled before it counts.
        for (int look = 0; look < 50_000; look++) {
            list.holds("198.51.100.1");
        }
        hurried = true;
        measure(new long[FRESH.contains(name) ? 0 : WARM_UP]);
        hurried = name.equals("burst");
        unbanAll();
        long ticks = daemon.ticks();
        Map<String, Long> switches = daemon.switches();
        long began = System.nanoTime();
        long[] nanos = new long[rounds];
        measure(nanos);
        double seconds = (System.nanoTime() - began) / 1e9;
        noise.end();
        report("first", Arrays.copyOf(nanos, Math.min(EARLY, rounds)));
        if (rounds > EARLY) {
            report("then", Arrays.copyOfRange(nanos, EARLY, rounds));
        }
        System.out.printf(
                Locale.ROOT,
                "%-8s        %sit used %.1f %% of a processor; switches a second:%s%n%n",
                name,
                daemon.manner().isEmpty() ? "" : daemon.manner() + "; ",
                (daemon.ticks() - ticks) / seconds,
                switches(switches, seconds));
    }

    private void measure(long[] nanos) throws Exception {
        for (int round = 0; round < nanos.length; round++) {
            if (round > 0 && round % ROOM == 0) {
                unbanAll();
            }
            nanos[round] = round();
        }
    }

    private void unbanAll() throws Exception {
        try {
            peer.unbanAll();
        } catch (IOException failed) {
            throw new IllegalStateException("nobody is unbanned; the daemon said last:\n" + daemon.said(), failed);
        }
        await(() -> list.size() <= 1);
    }

    private String switches(Map<String, Long> before, double seconds) throws IOException {
        StringBuilder text = new StringBuilder();
        daemon.switches().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .filter(entry -> entry.getValue() / seconds >= 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(6)
                .forEach(entry -> text.append(
                        String.format(Locale.ROOT, " %s %.0f", entry.getKey(), entry.getValue() / seconds)));
        return text.toString();
    }

    /** Four failures, a pause in which the daemon falls asleep again, and the fifth: how long until it is banned. */
    private long round() throws Exception {
        String address = "198." + (18 + addresses / 62_500) + "." + addresses / 250 % 250 + "." + (addresses % 250 + 1);
        addresses++;
        StringBuilder failures = new StringBuilder();
        for (int failure = 1; failure < FAILURES; failure++) {
            failures.append(line(address, failure));
        }
        write(failures.toString());
        pause(hurried ? 2 : 30 + random.nextInt(40));
        String last = line(address, FAILURES);
        long written = System.nanoTime();
        write(last);
        await(() -> list.holds(address));
        return System.nanoTime() - written;
    }

    private static void pause(int milliseconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(milliseconds);
    }

    private static String line(String address, int failure) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00")
                + " server sshd[" + (2000 + failure) + "]: Failed password for root from " + address + " port "
                + (1024 + failure) + " ssh2\n";
    }

    private void write(String text) throws IOException {
        log.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void await(Condition condition) throws Exception {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("it does not get there; the list holds\n" + list.text()
                        + "the daemon said last:\n" + daemon.said());
            }
        }
    }

    private void report(String which, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-8s %-6s %4d rounds  p50 %6.3f ms  p90 %6.3f ms  p99 %6.3f ms  most %7.3f ms%n",
                name,
                which,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    /** What can be waited for. */
    private interface Condition {
        boolean holds() throws Exception;
    }
}
