// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A real systemd-journald, without the rest of systemd: it listens on the {@code /dev/log} of a machine and keeps its
 * journal on disk, in a {@code /var/log} of the machine's own, readable for its group.
 */
public final class Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String GROUP = "systemd-journal";
    private static final String PROGRAM = "/lib/systemd/systemd-journald";
    private static final String FOLDER = "/var/log/journal";

    private final Machine machine;
    private final Background journald;
    private final String folder;

    private Journal(Machine machine, Background journald, String folder) {
        this.machine = machine;
        this.journald = journald;
        this.folder = folder;
    }

    /** Starts it on a machine whose {@code /dev} and {@code /run} are its own; it listens when this returns. */
    static Journal start(Machine machine, Path workspace) throws Exception {
        String id = UUID.randomUUID().toString().replace("-", "");
        Path idFile = Files.writeString(workspace.resolve("machine-id"), id + "\n");
        String folder = FOLDER + "/" + id;
        machine.run("mount", "--bind", idFile.toString(), "/etc/machine-id");
        machine.run("mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/var/log");
        machine.run("mkdir", "-p", "/run/systemd/journal", "/run/log", folder);
        machine.run("chgrp", "-R", GROUP, FOLDER);
        machine.run("chmod", "2755", FOLDER, folder);
        // Says that the disk is there, so that the journal is kept on it from the start.
        machine.run("touch", "/run/systemd/journal/flushed");
        machine.run("ln", "-sf", "/run/systemd/journal/dev-log", "/dev/log");
        Background journald = Background.start(machine, List.of(PROGRAM), Map.of(), workspace.resolve("journald.out"));
        Await.until(
                "journald listens",
                PATIENCE,
                () -> Files.exists(machine.file("/run/systemd/journal/dev-log"))
                        && Files.exists(machine.file(folder + "/system.journal")));
        return new Journal(machine, journald, folder);
    }

    /** The number of the group that may read the journal. */
    public int group() throws IOException {
        try (Stream<String> groups = Files.lines(Path.of("/etc/group"))) {
            return groups.map(line -> line.split(":"))
                    .filter(parts -> parts[0].equals(GROUP))
                    .mapToInt(parts -> Integer.parseInt(parts[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Logs a message as this user, who calls itself by any name. */
    public void log(Account account, String identifier, String message) throws IOException, InterruptedException {
        machine.run(account.command(List.of("logger", "-t", identifier, "--", message))
                .toArray(new String[0]));
    }

    /** Has journald begin a new file. */
    public void rotate() throws Exception {
        long before = archives().size();
        Tool.succeed(List.of("kill", "-USR2", Long.toString(journald.process().pid())));
        Await.until("the journal is rotated", PATIENCE, () -> archives().size() > before);
    }

    /** Removes all files but the present one, as a full disk makes journald do. */
    public void vacuum() throws IOException {
        for (Path archive : archives()) {
            Files.delete(archive);
        }
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(machine.file(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith("system@"))
                    .toList();
        }
    }
}
