// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bailiff.api.filter.DefinitionFile;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.api.filter.LogLine;
import org.bailiff.filter.FilterCompilerComponent;
import org.bailiff.filter.lint.HostileLine;
import org.bailiff.filter.match.CompiledFilter;

/** The measuring half of {@code itests/benchmarks/hostile-lines}, which says what is measured and how. */
public final class HostileLines {
    private static final int LENGTH = 64 * 1024;
    private static final int WARM_ROUNDS = 5;
    private static final int STACK = 512 * 1024;
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final String SUFFIX = ".conf";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Cost> costs = new ArrayList<>();
    private final int most;
    private int filters;

    private HostileLines(int most) {
        this.most = most;
    }

    /** What a line costs. */
    private static final class Cost {
        final String filter;
        final HostileLine line;
        final int steps;
        final long cold;
        long warm = Long.MAX_VALUE;

        Cost(String filter, HostileLine line, int steps, long cold) {
            this.filter = filter;
            this.line = line;
            this.steps = steps;
            this.cold = cold;
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> folders = new ArrayList<>(List.of(arguments));
        int most = 60;
        if (folders.get(0).equals("--lines")) {
            most = Integer.parseInt(folders.get(1));
            folders.subList(0, 2).clear();
        }
        HostileLines bench = new HostileLines(most);
        Thread jail = new Thread(null, () -> bench.run(folders), "bailiff-jail-bench", STACK);
        jail.start();
        jail.join();
    }

    private void run(List<String> folders) {
        try {
            for (String folder : folders) {
                for (Path file : definitions(Path.of(folder))) {
                    compile(new Definition(file)).ifPresent(this::measure);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        report();
    }

    private static List<Path> definitions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    /** Empty if the file holds no filter of its own, but what others include. */
    private static Optional<CompiledFilter> compile(Definition definition) {
        try {
            return Optional.of((CompiledFilter)
                    new FilterCompilerComponent().compile(definition, FilterOptions.plain(ZoneOffset.UTC)));
        } catch (FilterException none) {
            return Optional.empty();
        }
    }

    private void measure(CompiledFilter filter) {
        filters++;
        List<HostileLine> lines = new ArrayList<>(HostileLine.of(filter.compiled()));
        Random chance = new Random(1);
        Collections.shuffle(lines, chance);
        List<Cost> mine = new ArrayList<>();
        for (HostileLine line : lines.subList(0, Math.min(most, lines.size()))) {
            String text = line.text(LENGTH);
            long cold = time(filter, text);
            int steps = filter.trace(new LogLine(text, NOW, false), filter.newSession()).steps();
            mine.add(new Cost(filter.name(), line, steps, cold));
        }
        for (int round = 0; round < WARM_ROUNDS; round++) {
            Collections.shuffle(mine, chance);
            mine.forEach(cost -> cost.warm = Math.min(cost.warm, time(filter, cost.line.text(LENGTH))));
        }
        costs.addAll(mine);
    }

    private long time(CompiledFilter filter, String text) {
        LogLine line = new LogLine(text, NOW, false);
        long begin = threads.getCurrentThreadCpuTime();
        filter.match(line, filter.newSession());
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private void report() {
        System.out.printf(Locale.ROOT, "%d filters, %d lines of 64 KB%n", filters, costs.size());
        print("cold, ms", costs.stream().mapToLong(cost -> cost.cold).sorted().toArray(), 1e6);
        print("warm, ms", costs.stream().mapToLong(cost -> cost.warm).sorted().toArray(), 1e6);
        print("steps, 1000", costs.stream().mapToLong(cost -> cost.steps).sorted().toArray(), 1e3);
        System.out.println("The slowest, warm:");
        costs.sort(Comparator.comparingLong((Cost cost) -> cost.warm).reversed());
        for (Cost cost : costs.subList(0, Math.min(10, costs.size()))) {
            System.out.printf(
                    Locale.ROOT,
                    "%6.2f ms %7d steps  %s %s %d, fed with %.40s%n",
                    cost.warm / 1e6,
                    cost.steps,
                    cost.filter,
                    cost.line.rule().key(),
                    cost.line.rule().number(),
                    cost.line.pump().food().replaceAll("\\p{Cntrl}", "?"));
        }
    }

    private static void print(String what, long[] sorted, double unit) {
        System.out.printf(
                Locale.ROOT,
                "%-12s median %8.2f   p99 %8.2f   worst %8.2f%n",
                what,
                sorted[sorted.length / 2] / unit,
                sorted[sorted.length * 99 / 100] / unit,
                sorted[sorted.length - 1] / unit);
    }

    /** A file of a folder, which includes others beside it or in the folder's {@code shared}. */
    private record Definition(Path file) implements FilterDefinition {

        @Override
        public String name() {
            String name = file.getFileName().toString();
            return name.substring(0, name.length() - SUFFIX.length());
        }

        @Override
        public String origin() {
            return file.toString();
        }

        @Override
        public List<DefinitionFile> files() {
            return include(name() + SUFFIX).stream().toList();
        }

        @Override
        public Optional<DefinitionFile> include(String fileName) {
            return Stream.of(file.resolveSibling(fileName), file.resolveSibling("shared").resolve(fileName))
                    .filter(Files::exists)
                    .findFirst()
                    .map(Definition::read);
        }

        private static DefinitionFile read(Path path) {
            try {
                return new DefinitionFile(path.toString(), Files.readString(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
