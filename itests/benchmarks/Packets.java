// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sender of {@code itests/benchmarks/packets}, which says what is measured and how. Its arguments are the plan, the
 * number of rounds, the seconds of each, and the file for the number of packets that each line of the plan has sent. A
 * line is
 *
 * <pre>PROGRAM WAY N pass|drop TARGET SOURCE...</pre>
 *
 * and the way {@code none} stands before the others of its program.
 */
public final class Packets {

    private Packets() {}

    public static void main(String[] arguments) throws IOException {
        Plan plan = Plan.read(Path.of(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        Duration length = Duration.ofSeconds(Long.parseLong(arguments[2]));

        System.err.println("Warming up.");
        plan.warmUp();
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("Round %d of %d, %d seconds.%n", round, rounds, length.toSeconds());
            plan.round(length);
        }
        new Report(plan.comparisons()).print();
        Files.write(
                Path.of(arguments[3]),
                plan.floods().stream().map(Flood::nameAndCount).toList());
    }

    /** All floods, and the comparison of each with its program's flood through no rule. */
    private record Plan(List<Flood> floods, List<Comparison> comparisons) {

        private static final int WARM_UP_PASSES = 2;

        static Plan read(Path file) throws IOException {
            List<Flood> floods = new ArrayList<>();
            List<Comparison> comparisons = new ArrayList<>();
            Flood unfiltered = null;
            for (String line : Files.readAllLines(file)) {
                Flood flood = Flood.of(line);
                floods.add(flood);
                if (flood.way.equals("none")) {
                    unfiltered = flood;
                } else {
                    comparisons.add(new Comparison(unfiltered, flood));
                }
            }
            return new Plan(floods, comparisons);
        }

        void warmUp() throws IOException {
            for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
                for (Comparison comparison : comparisons) {
                    comparison.unfiltered.nanosPerPacket();
                    comparison.flood.nanosPerPacket();
                }
            }
        }

        /** As many passes through all comparisons as there is time for. */
        void round(Duration length) throws IOException {
            long start = System.nanoTime();
            while (System.nanoTime() - start < length.toNanos()) {
                for (Comparison comparison : comparisons) {
                    comparison.measure();
                }
            }
            comparisons.forEach(Comparison::endRound);
        }
    }

    /** Packets from some sources, in turn, to one target: UDP datagrams that fill the smallest Ethernet frame. */
    private static final class Flood {

        private static final int SLICE_PACKETS = 256;
        private static final int LEAST_OF_A_SOURCE = 3;
        private static final Duration SLICE = Duration.ofMillis(20);
        private static final int DISCARD_PORT = 9;
        private static final int PAYLOAD = 18;

        final String program;
        final String way;
        final String n;
        final String path;
        private final List<DatagramChannel> sources = new ArrayList<>();
        private final ByteBuffer payload = ByteBuffer.allocateDirect(PAYLOAD);
        private long sent;

        private Flood(String program, String way, String n, String path) {
            this.program = program;
            this.way = way;
            this.n = n;
            this.path = path;
        }

        static Flood of(String line) throws IOException {
            String[] words = line.split(" ");
            Flood flood = new Flood(words[0], words[1], words[2], words[3]);
            InetSocketAddress target = new InetSocketAddress(InetAddress.getByName(words[4]), DISCARD_PORT);
            for (int word = 5; word < words.length; word++) {
                InetAddress source = InetAddress.getByName(words[word]);
                flood.sources.add(DatagramChannel.open()
                        .bind(new InetSocketAddress(source, 0))
                        .connect(target));
            }
            return flood;
        }

        /**
         * Sends a slice, bounded in packets and in time, once the caches are filled for it.
         *
         * @return the median of each source's packets, and of these the mean
         */
        double nanosPerPacket() throws IOException {
            long[][] times = new long[sources.size()][SLICE_PACKETS / sources.size()];
            send(times, 0);
            long start = System.nanoTime();
            int sentByEach = 0;
            while (sentByEach < times[0].length
                    && (sentByEach < LEAST_OF_A_SOURCE || System.nanoTime() - start < SLICE.toNanos())) {
                send(times, sentByEach++);
            }
            int count = sentByEach;
            return Arrays.stream(times)
                    .mapToLong(ofOneSource -> median(ofOneSource, count))
                    .average()
                    .orElseThrow();
        }

        private void send(long[][] times, int column) throws IOException {
            long before = System.nanoTime();
            for (int source = 0; source < times.length; source++) {
                sources.get(source).write(payload.rewind());
                long after = System.nanoTime();
                times[source][column] = after - before;
                before = after;
            }
            sent += times.length;
        }

        private static long median(long[] times, int count) {
            Arrays.sort(times, 0, count);
            return times[count / 2];
        }

        String nameAndCount() {
            return String.join(" ", program, way, n, path, Long.toString(sent));
        }
    }

    /** Compares a flood with the one through no rule, which is sent just before it: noise that lasts hits both. */
    private static final class Comparison {

        final Flood unfiltered;
        final Flood flood;
        final Figure unfilteredPace = new Figure();
        final Figure ratio = new Figure();
        final Figure addedNanos = new Figure();

        Comparison(Flood unfiltered, Flood flood) {
            this.unfiltered = unfiltered;
            this.flood = flood;
        }

        void measure() throws IOException {
            double without = unfiltered.nanosPerPacket();
            double with = flood.nanosPerPacket();
            unfilteredPace.add(Duration.ofSeconds(1).toNanos() / without);
            ratio.add(without / with);
            addedNanos.add(with - without);
        }

        void endRound() {
            unfilteredPace.endRound();
            ratio.endRound();
            addedNanos.endRound();
        }
    }

    /** The median of the rounds, and of a round the median of its slices. */
    private static final class Figure {

        private final List<Double> slices = new ArrayList<>();
        private final List<Double> rounds = new ArrayList<>();

        void add(double slice) {
            slices.add(slice);
        }

        void endRound() {
            rounds.add(median(slices));
            slices.clear();
        }

        double median() {
            return median(rounds);
        }

        double least() {
            return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        double most() {
            return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        private static double median(List<Double> figures) {
            List<Double> sorted = figures.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    /** The tables: one a program and path, a row for each N, a column for each way. */
    private record Report(List<Comparison> comparisons) {

        private static final List<String> WAYS = List.of("rules", "lists", "chosen", "ipset");

        void print() {
            Map<String, List<Comparison>> tables = new LinkedHashMap<>();
            for (Comparison comparison : comparisons) {
                tables.computeIfAbsent(title(comparison), title -> new ArrayList<>())
                        .add(comparison);
            }
            tables.forEach((title, table) -> {
                Figure pace = table.get(0).unfilteredPace;
                print("%n%s; no rule: %.0f a second", title, pace.median());
                print(" (%.0f to %.0f)%n%n", pace.least(), pace.most());
                printTable(table);
            });
            print("%nRatio to no rule, median of the rounds (least to most); median of the time added to a packet.%n");
        }

        private static String title(Comparison comparison) {
            String verb = comparison.flood.path.equals("pass") ? "let through" : "dropped";
            return "iptables-" + comparison.flood.program + ", packets " + verb;
        }

        private static void printTable(List<Comparison> table) {
            print("| %5s |", "N");
            WAYS.forEach(way -> print(" %-32s |", way));
            print("%n| ----: |%s%n", (" " + "-".repeat(32) + " |").repeat(WAYS.size()));
            Map<String, Map<String, Comparison>> rows = new LinkedHashMap<>();
            for (Comparison comparison : table) {
                rows.computeIfAbsent(comparison.flood.n, n -> new HashMap<>()).put(comparison.flood.way, comparison);
            }
            rows.forEach((n, row) -> {
                print("| %5s |", n);
                WAYS.forEach(way -> print(" %-32s |", row.containsKey(way) ? cell(row.get(way)) : ""));
                print("%n");
            });
        }

        private static String cell(Comparison comparison) {
            Figure ratio = comparison.ratio;
            return String.format(
                    Locale.ROOT,
                    "%.3f (%.3f to %.3f) %.0f ns",
                    ratio.median(),
                    ratio.least(),
                    ratio.most(),
                    comparison.addedNanos.median());
        }

        private static void print(String format, Object... values) {
            System.out.printf(Locale.ROOT, format, values);
        }
    }
}
