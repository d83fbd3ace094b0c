// SPDX-License-Identifier: Apache-2.0
package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A daemon that is started before a log of 10 GB, or of as much as the disk lets: how long, and how much memory. */
public final class Backlog {
    private static final long BYTES = 10_000_000_000L;
    private static final int BYTES_A_LINE = 95;
    /** What is left to the disk's other users. */
    private static final long ROOM = 2_000_000_000L;

    private Backlog() {}

    public static void main(String[] arguments) throws Exception {
        Workshop workshop = Workshop.of(arguments);
        long free = Files.getFileStore(workshop.folder()).getUsableSpace() - ROOM;
        long wanted = workshop.quick() ? BYTES / 200 : BYTES;
        if (free < wanted) {
            System.err.println("There is room for " + free + " bytes of " + wanted + " only.");
        }
        Results results = new Results(
                workshop.results(),
                "backlog",
                "bytes",
                "lines",
                "wall",
                "processor",
                "resident",
                "highest",
                "failures");
        measure(workshop, workshop.log("mixed", Math.min(free, wanted) / BYTES_A_LINE), results);
    }

    private static void measure(Workshop workshop, MixedLog.Written log, Results results)
            throws IOException, InterruptedException {
        try (Daemon daemon = new Daemon(workshop.folder(), Jails.of(log, "action = log", List.of("sshd")))) {
            Usage usage = daemon.awaitAll(1, log.failures());
            results.add(
                    log.bytes(),
                    log.lines(),
                    usage.wall(),
                    usage.processor(),
                    Usage.resident(daemon.process(), "VmRSS"),
                    Usage.resident(daemon.process(), "VmHWM"),
                    daemon.status().failed());
        }
        Files.delete(log.file());
    }
}
