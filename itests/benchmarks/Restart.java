// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stopwatch of {@code itests/benchmarks/restart}, which says what is measured and how. Its argument is the number of runs. */
public final class Restart {
    private static final int BANS = 20_000;
    private static final int USER = 23456;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path LISTS = Path.of("/proc/self/net/xt_recent");
    private static final Path HOME = Path.of("/run/bailiff");

    private Restart() {}

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[0]);
        System.err.println("Banning " + BANS + " addresses.");
        Data one = new Data("/run/data", HOME.resolve("etc"));
        Map<Path, Set<String>> lists = one.fill();
        System.out.printf(
                Locale.ROOT, "%d bans, of which a list has %d at most%n%n", BANS, mostOf(lists));
        System.out.println("run           ready  in force  processor  resident  stopped");
        List<Run> measured = new ArrayList<>();
        for (int number = 1; number <= runs; number++) {
            measured.add(one.restart(lists));
            measured.get(number - 1).print(Integer.toString(number));
        }
        Run.median(measured).print("median");

        System.err.println("Banning five times as many.");
        Data many = new Data("/run/data-many", Path.of("/run/many"));
        many.fill();
        many.restart(lists).print("100,000");
    }

    private static int mostOf(Map<Path, Set<String>> lists) {
        return lists.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    /**
     * A data directory.
     *
     * @param etc with which configuration
     */
    private record Data(String folder, Path etc) {

        /** Has a daemon ban what the log tells of, and kills it; the answer is which list has which addresses. */
        Map<Path, Set<String>> fill() throws Exception {
            run("install", "-d", "-o", String.valueOf(USER), "-g", String.valueOf(USER), "-m", "710", folder);
            makeListsAnew();
            Daemon daemon = new Daemon(this);
            daemon.await(() -> content(listFiles()) == BANS && daemon.knows(bansOfAll()));
            Map<Path, Set<String>> lists = new HashMap<>();
            for (Path list : listFiles()) {
                lists.put(list, addresses(list));
            }
            daemon.kill();
            return lists;
        }

        private int bansOfAll() throws IOException {
            long jails = Files.readAllLines(etc.resolve("jail.local")).stream()
                    .filter(line -> line.startsWith("["))
                    .count();
            return (int) jails * BANS;
        }

        private static int content(List<Path> lists) throws IOException {
            int sum = 0;
            for (Path list : lists) {
                sum += addresses(list).size();
            }
            return sum;
        }

        /** Starts a daemon on it, waits until all is in force, and stops it. */
        Run restart(Map<Path, Set<String>> lists) throws Exception {
            makeListsAnew();
            Daemon daemon = new Daemon(this);
            List<Path> wanting = new ArrayList<>(listFiles());
            daemon.await(() -> {
                while (!wanting.isEmpty() && isIn(lists, wanting.get(wanting.size() - 1))) {
                    wanting.remove(wanting.size() - 1);
                }
                return wanting.isEmpty();
            });
            Duration inForce = daemon.age();
            Duration processor = daemon.processor();
            long resident = daemon.resident();
            for (Path list : listFiles()) {
                if (!isIn(lists, list)) {
                    throw new IllegalStateException("what stood in " + list + " is gone again");
                }
            }
            Duration ready = daemon.ready();
            return new Run(ready, inForce, processor, resident, daemon.stop());
        }

        private static boolean isIn(Map<Path, Set<String>> lists, Path list) throws IOException {
            return addresses(list).equals(lists.get(list));
        }
    }

    /** What one start and stop took. */
    private record Run(Duration ready, Duration inForce, Duration processor, long resident, Duration stopped) {

        /** Of each figure the one in the middle. */
        static Run median(List<Run> runs) {
            return new Run(
                    Duration.ofNanos(middle(runs.stream().map(run -> run.ready.toNanos()))),
                    Duration.ofNanos(middle(runs.stream().map(run -> run.inForce.toNanos()))),
                    Duration.ofNanos(middle(runs.stream().map(run -> run.processor.toNanos()))),
                    middle(runs.stream().map(Run::resident)),
                    Duration.ofNanos(middle(runs.stream().map(run -> run.stopped.toNanos()))));
        }

        private static long middle(Stream<Long> figures) {
            List<Long> sorted = figures.sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %5d ms  %5d ms   %5d ms    %3d MB  %4d ms%n",
                    name,
                    ready.toMillis(),
                    inForce.toMillis(),
                    processor.toMillis(),
                    resident >> 10,
                    stopped.toMillis());
        }
    }

    /** A daemon, from its start on. What it says goes through a pipe, as under systemd. */
    private static final class Daemon {
        private static final Duration PAUSE = Duration.ofMillis(4);

        private final long start = System.nanoTime();
        private final Process process;
        private final String folder;
        private final List<String> lastLines = new ArrayList<>();
        private volatile long readyAt;

        Daemon(Data data) throws IOException {
            folder = data.folder();
            process = new ProcessBuilder(command("run", "--etc", data.etc().toString(), "--data", folder))
                    .redirectErrorStream(true)
                    .start();
            Thread listener = new Thread(this::listen);
            listener.setDaemon(true);
            listener.start();
        }

        private static List<String> command(String... words) {
            List<String> command = new ArrayList<>(List.of(
                    "setpriv", "--reuid", String.valueOf(USER), "--regid", String.valueOf(USER), "--clear-groups",
                    "--inh-caps=-all", HOME.resolve("bin/bailiff").toString()));
            command.addAll(List.of(words));
            return command;
        }

        private void listen() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.contains("Ready: ")) {
                        readyAt = System.nanoTime();
                    }
                    synchronized (lastLines) {
                        lastLines.add(line);
                        if (lastLines.size() > 50) {
                            lastLines.remove(0);
                        }
                    }
                }
            } catch (IOException ended) {
                // Nobody is there to say more.
            }
        }

        /** Returns when it is so. */
        void await(Condition condition) throws Exception {
            while (!condition.holds()) {
                if (!process.isAlive() || age().compareTo(PATIENCE) > 0) {
                    throw new IllegalStateException("the daemon does not get there; it said last:\n" + said());
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        }

        private String said() {
            synchronized (lastLines) {
                return String.join("\n", lastLines);
            }
        }

        /** Whether that many bans are known to it; asking is dear. */
        boolean knows(int bans) throws Exception {
            Process status = new ProcessBuilder(command("status", "--json", "--data", folder)).start();
            String answer = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            long sum = Stream.of(answer.split("\"currentlyBanned\":"))
                    .skip(1)
                    .mapToLong(rest -> Long.parseLong(rest.split("[,}]")[0].strip()))
                    .sum();
            return sum >= bans;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        /** When it said that it is ready. */
        Duration ready() throws Exception {
            await(() -> readyAt != 0);
            return Duration.ofNanos(readyAt - start);
        }

        Duration processor() {
            return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** In KB. */
        long resident() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }

        Duration stop() throws Exception {
            long asked = System.nanoTime();
            run("kill", "-TERM", String.valueOf(process.pid()));
            int exitCode = process.waitFor();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            if (exitCode != 0) {
                throw new IllegalStateException("it ended with " + exitCode + "; it said last:\n" + said());
            }
            if (said().contains("ending without waiting")) {
                System.err.println("It did not end in order: \n" + said());
            }
            return took;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** What can be waited for. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static List<Path> listFiles() throws IOException {
        try (Stream<Path> files = Files.list(LISTS)) {
            return files.filter(file -> !file.toString().endsWith("-hits")).toList();
        }
    }

    /** What stands in a list, of IPv4: Bailiff's own mark is of IPv6. */
    private static Set<String> addresses(Path list) throws IOException {
        return Files.readString(list)
                .lines()
                .map(line -> line.substring("src=".length(), line.indexOf(' ')))
                .filter(address -> address.startsWith("198.18."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void makeListsAnew() throws Exception {
        run("iptables", "-F");
        run("ip6tables", "-F");
        run("sh", "/run/firewall", "apply", "quiet");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
