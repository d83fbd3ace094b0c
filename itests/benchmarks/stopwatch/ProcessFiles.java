// SPDX-License-Identifier: Apache-2.0
package stopwatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the kernel tells of a process. One that has ended meanwhile has nothing to tell. */
final class ProcessFiles {
    private final Path folder;

    ProcessFiles(long process) {
        folder = Path.of("/proc/" + process);
    }

    /** Processor time of it and of those children of its that have ended, in hundredths of a second. */
    long ticks() throws IOException {
        List<String> stat = lines(folder.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        // The name may hold anything; behind its bracket comes the third field.
        String[] fields =
                stat.get(0).substring(stat.get(0).lastIndexOf(')') + 2).split(" ");
        return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
    }

    /** How often its threads have waited, by their names; those of one name together. */
    Map<String, Long> switches() throws IOException {
        Map<String, Long> switches = new HashMap<>();
        try (Stream<Path> threads = Files.list(folder.resolve("task"))) {
            for (Path thread : threads.toList()) {
                for (String line : lines(thread.resolve("status"))) {
                    if (line.startsWith("voluntary_ctxt_switches")) {
                        switches.merge(name(thread), Long.parseLong(line.replaceAll("\\D", "")), Long::sum);
                    }
                }
            }
        }
        return switches;
    }

    private static String name(Path thread) throws IOException {
        return String.join("", lines(thread.resolve("comm"))).strip();
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            if (Files.exists(file)) {
                throw ended;
            }
            return List.of();
        }
    }
}
