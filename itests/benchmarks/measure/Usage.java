// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What something took.
 *
 * @param wall seconds that passed
 * @param processor seconds of processors' time, the kernel's for it among them
 */
record Usage(double wall, double processor) {
    /** Linux tells of processors' time in such parts of a second (USER_HZ), whatever its own clock is. */
    private static final double TICKS_A_SECOND = 100;

    /** What a process that runs has taken since it started, all its threads together. */
    static double processor(long process) throws IOException {
        return processor(Path.of("/proc/" + process));
    }

    /** The same of its threads that still run, by their names; those of one name together. */
    static Map<String, Double> threads(long process) throws IOException {
        Map<String, Double> threads = new HashMap<>();
        try (Stream<Path> folders = Files.list(Path.of("/proc/" + process + "/task"))) {
            for (Path folder : folders.toList()) {
                String name = Files.readString(folder.resolve("comm"), StandardCharsets.ISO_8859_1)
                        .strip();
                threads.merge(name, processor(folder), Double::sum);
            }
        }
        return threads;
    }

    private static double processor(Path folder) throws IOException {
        String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
        // The name may hold anything; behind its bracket comes the third field.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** Of a process that runs: {@code VmRSS}, or {@code VmHWM} for its highest, in MB (2^20 bytes). */
    static double resident(long process, String which) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status"), StandardCharsets.ISO_8859_1).stream()
                        .filter(line -> line.startsWith(which + ":"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the kernel does not tell of " + which))
                / 1024.0;
    }

    /** How often the threads of a process that runs have gone to sleep. */
    static long sleeps(long process) throws IOException {
        long sum = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads.toList()) {
                sum += sleepsOf(thread);
            }
        }
        return sum;
    }

    private static long sleepsOf(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s, %.2f s of processors", wall, processor);
    }
}
