// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bailiff.api.Ban;
import org.bailiff.api.BanOrigin;
import org.bailiff.api.Evidence;
import org.bailiff.api.store.FailureMark;
import org.bailiff.api.store.JailLog;
import org.bailiff.api.store.JailRecord;
import org.bailiff.text.Network;

/**
 * Measures the store in a JVM of its own, as a start of the daemon meets it. Run by hand: {@code rewrite FOLDER BANS},
 * {@code marks FOLDER COUNT}, {@code load FOLDER}, {@code append FOLDER COUNT}.
 */
final class StoreSpeed {
    private static final String LINE =
            "Nov 23 10:15:30 host sshd[12345]: Failed password for invalid user administrator "
                    + "from 192.0.2.7 port 50273 ssh2";

    private StoreSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        List<JailRecord> records = new ArrayList<>();
        if (arguments[0].equals("rewrite")) {
            IntStream.range(0, count).forEach(number -> records.add(banned(number)));
        }
        long start = System.nanoTime();
        try (JailLog log =
                new FileStore(new DiskFolder(folder), new DiskFolder(folder.resolve("jails"))).open("sshd")) {
            String what =
                    switch (arguments[0]) {
                        case "rewrite" -> log.rewrite(records).toString();
                        case "marks" ->
                            log.rewrite(() -> IntStream.range(0, count / 64)
                                            .mapToObj(StoreSpeed::counted)
                                            .iterator())
                                    .toString();
                        case "load" -> load(log);
                        default -> append(log, count);
                    };
            System.out.printf(
                    "%s: %s, %d ms%n",
                    arguments[0],
                    what,
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    private static String load(JailLog log) {
        int[] bans = new int[2];
        log.load(record -> {
            bans[0] += record.banned().size();
            bans[1] += record.failures().size();
        });
        return bans[0] + " bans, " + bans[1] + " failures";
    }

    private static String append(JailLog log, int count) {
        JailRecord record = banned(1);
        for (int number = 0; number < count; number++) {
            if (log.append(record, false).rewriteDue()) {
                log.rewrite(List.of(record));
            }
        }
        return count + " records";
    }

    private static JailRecord banned(int number) {
        Network target = Network.parse("10." + number / 65536 + "." + number / 256 % 256 + "." + number % 256);
        Ban ban = new Ban(
                Ban.idOf("sshd", target, Records.TIME),
                "sshd",
                target,
                Records.TIME,
                Optional.of(Records.TIME.plusSeconds(3600)),
                1,
                BanOrigin.FAILURES,
                "daemon",
                "",
                IntStream.range(0, 5)
                        .mapToObj(line -> new Evidence(Records.TIME.plusNanos(line), 1, 1, LINE.substring(0, 100)))
                        .toList());
        return record(List.of(), List.of(ban));
    }

    private static JailRecord counted(int number) {
        return record(
                IntStream.range(0, 64)
                        .mapToObj(mark -> new FailureMark(
                                "10.1." + number / 256 % 256 + "." + number % 256,
                                new Evidence(Records.TIME.plusNanos(mark), 1, 1, LINE)))
                        .toList(),
                List.of());
    }

    private static JailRecord record(List<FailureMark> failures, List<Ban> bans) {
        return new JailRecord(
                Map.of(), Map.of(), Map.of(), failures, List.of(), bans, List.of(), new JailRecord.Totals(1, 1));
    }
}
