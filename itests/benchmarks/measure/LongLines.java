// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Lines of 64 KB: of a program that does not matter; of sshd, about nothing; and of sshd, with a user's name that is as
 * long as the line lets. The last line is a failure as they are every day.
 */
public final class LongLines {
    private static final int LENGTH = 64 * 1024 - 200;

    private LongLines() {}

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        List<Integer> sizes = workshop.quick() ? List.of(100, 2_000) : List.of(1_000, 20_000);
        Results results = new Results(workshop.results(), "long", "of", "lines", "round", "wall", "processor", "bytes");
        for (int round = 1; round <= (workshop.quick() ? 1 : 3); round++) {
            for (int size : sizes) {
                read(workshop, "cron", "CRON[7]: ", "", size, round, results);
                read(workshop, "sshd", "sshd[7]: ", "", size, round, results);
                read(
                        workshop,
                        "user",
                        "sshd[7]: Failed password for invalid user ",
                        " from 203.0.113.9 port 7 ssh2",
                        size,
                        round,
                        results);
            }
        }
    }

    private static void read(
            Workshop workshop, String name, String before, String behind, int size, int round, Results results)
            throws IOException, InterruptedException {
        Path file = workshop.folder().resolve(name + ".log");
        String date = AuthLines.DATE.format(Instant.now().minusSeconds(60)) + "web01 ";
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (int line = 0; line < size; line++) {
                writer.write(date + before + "x from ".repeat(LENGTH / 7) + behind + "\n");
            }
            writer.write(date + "sshd[9]: Failed password for root from 203.0.113.10 port 7 ssh2\n");
        }
        MixedLog.Written log = new MixedLog.Written(file, size, 1, Files.size(file));
        try (Daemon daemon = new Daemon(workshop.folder(), Jails.of(log, "action = log", List.of("sshd")))) {
            Usage usage = daemon.awaitAll(1, log.failures());
            results.add(name, size, round, usage.wall(), usage.processor(), log.bytes());
        }
        Files.delete(file);
    }
}
