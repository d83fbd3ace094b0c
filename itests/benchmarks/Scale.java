// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The stopwatch of {@code itests/benchmarks/scale}, which says what is measured and how. Its arguments are the case, the
 * folder and the seconds of idleness.
 */
public final class Scale {
    private static final int USER = 23456;
    /** Seconds of a processor that it may use in one if it has nothing to do. */
    private static final double QUIET = 0.03;

    private static final int BANS = 100;
    private static final int FAILURES = 5;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final Path folder;
    private final int logs;
    private final long start = System.nanoTime();
    private final Process daemon;
    private final Deque<String> said = new ArrayDeque<>();
    private int active;
    private boolean ready;
    private String banned = "";

    private Scale(String name, Path folder) throws IOException {
        this.folder = folder;
        this.logs = Integer.parseInt(name.substring(name.indexOf(':') + 1));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of(
                    "setpriv", "--reuid", String.valueOf(USER), "--regid", String.valueOf(USER), "--clear-groups",
                    "--inh-caps=-all"));
        }
        command.addAll(List.of(
                folder.resolve("bailiff/bin/bailiff").toString(),
                "run", "--etc", folder.resolve("etc").toString(), "--data", folder.resolve("data").toString()));
        daemon = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Scale scale = new Scale(name, Path.of(arguments[1]));
        int jails = name.startsWith("jails") ? scale.logs : 1;
        scale.await(() -> scale.ready && scale.active >= jails);
        double ready = scale.seconds();
        double processor = scale.processor();
        scale.rest();
        int seconds = Integer.parseInt(arguments[2]);
        double processorBefore = scale.processor();
        Map<Path, Long> waitsBefore = scale.waits();
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        double idle = (scale.processor() - processorBefore) / seconds;
        double waits = (double) waitsSince(waitsBefore, scale.waits()) / seconds;
        int threads = scale.threads();
        double[] bans = scale.bans();
        System.out.printf(
                Locale.ROOT,
                "%-12s %7.1f %6.1f %7d %8d %11.2f %8.0f %19.2f %7.2f%n",
                name,
                ready,
                processor,
                scale.resident(),
                threads,
                idle * 100,
                waits,
                bans[BANS / 2],
                bans[BANS * 99 / 100]);
    }

    private void listen() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                hear(line);
            }
        } catch (IOException ended) {
            // Nobody is there to say more.
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
        if (said.size() > 50) {
            said.remove();
        }
        ready |= line.contains("Ready: ");
        active += line.endsWith(" ACTIVE") ? 1 : 0;
        int ban = line.indexOf("] Ban ");
        if (ban >= 0) {
            banned = line.substring(ban + 6).strip();
        }
        notifyAll();
    }

    /** What can be waited for. */
    private interface Condition {
        boolean holds();
    }

    private synchronized void await(Condition condition) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (!daemon.isAlive() || System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("the daemon does not get there; it said last:\n" + String.join("\n", said));
            }
            wait(1_000);
        }
    }

    /** In milliseconds, the fastest first. */
    private double[] bans() throws Exception {
        double[] bans = new double[BANS];
        for (int ban = 0; ban < BANS; ban++) {
            String address = "198.18.0." + (ban + 1);
            Path log = folder.resolve("logs").resolve(ban * 7919L % logs + ".log");
            for (int failure = 1; failure < FAILURES; failure++) {
                append(log, address, failure);
            }
            Thread.sleep(50);
            long written = System.nanoTime();
            append(log, address, FAILURES);
            await(() -> banned.equals(address));
            bans[ban] = (System.nanoTime() - written) / 1e6;
        }
        Arrays.sort(bans);
        return bans;
    }

    private static void append(Path log, String address, int failure) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00")
                + " server sshd[" + (2000 + failure) + "]: Failed password for root from " + address + " port "
                + (1024 + failure) + " ssh2\n";
        Files.writeString(log, line, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private Path proc() {
        return Path.of("/proc/" + daemon.pid());
    }

    /** Processor time in seconds. */
    private double processor() throws IOException {
        String[] words = Files.readString(proc().resolve("stat")).split(" ");
        return (Long.parseLong(words[13]) + Long.parseLong(words[14])) / 100.0;
    }

    /** Waits until it has done with what it does after its start, a rehearsal among it, or a minute: many jails never rest. */
    private void rest() throws IOException, InterruptedException {
        double before = processor();
        int quiet = 0;
        // It rehearses when it has had nothing to do for two seconds, and looks whether it has each two.
        for (int pause = 0; pause < 60 && quiet < 6; pause++) {
            TimeUnit.SECONDS.sleep(1);
            double now = processor();
            quiet = now - before > QUIET ? 0 : quiet + 1;
            before = now;
        }
    }

    /** How often each of its threads has waited for something. */
    private Map<Path, Long> waits() throws IOException {
        Map<Path, Long> waits = new HashMap<>();
        try (Stream<Path> tasks = Files.list(proc().resolve("task"))) {
            for (Path task : tasks.toList()) {
                waits.put(task, number(task.resolve("status"), "voluntary_ctxt_switches:"));
            }
        }
        return waits;
    }

    /** Of those that are still there, all together. */
    private static long waitsSince(Map<Path, Long> before, Map<Path, Long> now) {
        return now.entrySet().stream()
                .mapToLong(task -> task.getValue() - before.getOrDefault(task.getKey(), 0L))
                .sum();
    }

    private int threads() throws IOException {
        return (int) number(proc().resolve("status"), "Threads:");
    }

    /** In MB. */
    private long resident() throws IOException {
        return number(proc().resolve("status"), "VmRSS:") >> 10;
    }

    private static long number(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private void end() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(10, TimeUnit.SECONDS)) {
                daemon.destroyForcibly().waitFor();
            }
        } catch (InterruptedException asked) {
            daemon.destroyForcibly();
        }
    }
}
