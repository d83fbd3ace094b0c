// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The stopwatch of {@code itests/benchmarks/latency}, which says what is measured and how. Its arguments are the case, the
 * number of rounds, the daemon's data directory, and the begin of the command that starts the daemon, if it is to have other
 * turns than the stopwatch.
 */
public final class Latency {
    private static final int USER = 23456;
    private static final int FAILURES = 5;
    /** The list holds two less than 100. */
    private static final int ROOM = 80;
    /** After so many rounds what is needed is compiled. */
    private static final int WARM_UP = 2_000;

    /** Rounds in which much runs uncompiled. */
    private static final int EARLY = 100;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final Path LOG = Path.of("/run/auth.log");
    private static final Path LIST = Path.of("/proc/self/net/xt_recent/bailiff-sshd");

    private final Random random = new Random(1);
    private final String name;
    private final Daemon daemon;
    private final FileChannel log;
    private final FileChannel list;
    private final ByteBuffer content = ByteBuffer.allocateDirect(1 << 16);
    private int addresses;
    private boolean hurried;

    private Latency(String name, String data, List<String> turns) throws Exception {
        this.name = name;
        this.log = FileChannel.open(LOG, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        this.daemon = new Daemon(data, name.equals("least"), turns);
        this.list = FileChannel.open(LIST, StandardOpenOption.READ);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        Latency latency = new Latency(arguments[0], arguments[2], Arrays.asList(arguments).subList(3, arguments.length));
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
            holds("198.51.100.1");
        }
        hurried = true;
        measure(new long[name.equals("warm") ? WARM_UP : 0]);
        hurried = name.equals("burst");
        daemon.unbanAll();
        await(() -> size() <= 1);
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
                "%-6s        the daemon used %.1f %% of a processor; switches a second:%s%n%n",
                name,
                (daemon.ticks() - ticks) / seconds,
                switches(switches, seconds));
    }

    private void measure(long[] nanos) throws Exception {
        for (int round = 0; round < nanos.length; round++) {
            if (round > 0 && round % ROOM == 0) {
                daemon.unbanAll();
                await(() -> size() <= 1);
            }
            nanos[round] = round();
        }
    }

    private String switches(Map<String, Long> before, double seconds) throws IOException {
        StringBuilder text = new StringBuilder();
        daemon.switches().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .filter(entry -> entry.getValue() / seconds >= 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(6)
                .forEach(entry ->
                        text.append(String.format(Locale.ROOT, " %s %.0f", entry.getKey(), entry.getValue() / seconds)));
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
        await(() -> holds(address));
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

    /** Whether the address stands in the list. */
    private boolean holds(String address) throws IOException {
        byte[] wanted = ("src=" + address + " ").getBytes(StandardCharsets.US_ASCII);
        read();
        int last = content.position() - wanted.length;
        for (int start = 0; start <= last; start++) {
            int same = 0;
            while (same < wanted.length && content.get(start + same) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private void read() throws IOException {
        content.clear();
        while (list.read(content, content.position()) > 0) {}
    }

    private int size() throws IOException {
        read();
        int lines = 0;
        for (int index = 0; index < content.position(); index++) {
            lines += content.get(index) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void await(Condition condition) throws Exception {
        long began = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("it does not get there; the list holds\n" + held() + "the daemon said last:\n"
                        + daemon.said());
            }
        }
    }

    private String held() throws IOException {
        read();
        byte[] bytes = new byte[content.position()];
        content.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private void report(String which, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-6s %-6s %4d rounds  p50 %6.3f ms  p90 %6.3f ms  p99 %6.3f ms  most %7.3f ms%n",
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

    /** Lines that concern nobody, in as many writes as a busy host would need: one each two milliseconds. */
    private static final class Noise extends Thread {
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

    /** The daemon. What it says goes through a pipe, as under systemd. */
    private static final class Daemon {
        private static final List<String> AS_USER = List.of(
                "setpriv", "--reuid", String.valueOf(USER), "--regid", String.valueOf(USER), "--clear-groups",
                "--inh-caps=-all");

        private static final String BAILIFF = "/run/bailiff/bin/bailiff";

        /** Hundredths of a second that it may use in one if it has nothing to do. */
        private static final int QUIET = 3;

        private final String data;
        private final boolean least;
        private final List<String> turns;
        private final Process process;
        private final Deque<String> lines = new ArrayDeque<>();

        /**
         * @param least whether it is {@link Least}
         * @param turns the begin of a command that says when a process runs
         */
        Daemon(String data, boolean least, List<String> turns) throws Exception {
            this.data = data;
            this.turns = turns;
            this.least = least;
            process = new ProcessBuilder(
                            least
                                    ? command("java", "-XX:+UseSerialGC", "/run/Least.java", LOG.toString(), LIST.toString())
                                    : command(BAILIFF, "run", "--data", data))
                    .redirectErrorStream(true)
                    .start();
            Thread listener = new Thread(this::listen);
            listener.setDaemon(true);
            listener.start();
            long began = System.nanoTime();
            while (!said().contains("Ready: ")) {
                if (!process.isAlive() || System.nanoTime() - began > 2 * PATIENCE) {
                    throw new IllegalStateException("it does not start; it said last:\n" + said());
                }
                pause(10);
            }
            rest();
        }

        /** Waits until it has done with what it does after its start. */
        private void rest() throws Exception {
            pause(3000);
            long began = System.nanoTime();
            long before = ticks();
            pause(1000);
            while (ticks() - before > QUIET && System.nanoTime() - began < 3 * PATIENCE) {
                before = ticks();
                pause(1000);
            }
        }

        private List<String> command(String... words) {
            List<String> command = new ArrayList<>(turns);
            command.addAll(AS_USER);
            command.addAll(List.of(words));
            return command;
        }

        private void listen() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                        if (lines.size() > 50) {
                            lines.remove();
                        }
                    }
                }
            } catch (IOException ended) {
                // Nobody is there to say more.
            }
        }

        String said() {
            synchronized (lines) {
                return String.join("\n", lines);
            }
        }

        void unbanAll() throws Exception {
            if (least) {
                Files.writeString(LIST, "/\n");
                return;
            }
            Process unban = new ProcessBuilder(command(BAILIFF, "unban", "--all", "--data", data))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (unban.waitFor() != 0) {
                throw new IllegalStateException("unban failed; the daemon said last:\n" + said());
            }
        }

        /** Processor time, in hundredths of a second. */
        long ticks() throws IOException {
            String[] words = Files.readString(Path.of("/proc/" + process.pid() + "/stat")).split(" ");
            return Long.parseLong(words[13]) + Long.parseLong(words[14]);
        }

        /** How often each of its threads has waited. */
        Map<String, Long> switches() throws IOException {
            Map<String, Long> switches = new HashMap<>();
            try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
                for (Path task : tasks.toList()) {
                    String name = Files.readString(task.resolve("comm")).strip();
                    for (String line : Files.readAllLines(task.resolve("status"))) {
                        if (line.startsWith("voluntary_ctxt_switches")) {
                            switches.merge(name, Long.parseLong(line.replaceAll("\\D", "")), Long::sum);
                        }
                    }
                }
            }
            return switches;
        }

        void end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
