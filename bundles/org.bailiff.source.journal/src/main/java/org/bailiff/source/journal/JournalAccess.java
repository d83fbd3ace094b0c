// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bailiff.api.source.SourceStatus.State;

/**
 * Whether this user may read the system's journal: looked up in the file system, because the program shows what a user may
 * see, and leaves the rest out without an error.
 *
 * @param folders in which journald keeps a folder for each machine
 * @param user this user's name, for the mend
 */
record JournalAccess(List<Path> folders, String user) {
    private static final String FILE = "system.journal";

    static JournalAccess ofTheSystem() {
        String name = System.getProperty("user.name", "?");
        return new JournalAccess(
                List.of(Path.of("/var/log/journal"), Path.of("/run/log/journal")),
                name.equals("?") ? "the daemon's user" : name);
    }

    /** Why the journal cannot be read by this user, and the mend; empty if nothing speaks against it. */
    Optional<Trouble> trouble() {
        List<Path> machines = new ArrayList<>();
        try {
            for (Path folder : folders) {
                machines.addAll(foldersIn(folder));
            }
        } catch (IOException denied) {
            return Optional.of(denied());
        }
        List<Path> journals = machines.stream()
                .filter(machine -> !Files.isExecutable(machine) || Files.exists(machine.resolve(FILE)))
                .toList();
        if (journals.isEmpty()) {
            return Optional.of(new Trouble(
                    State.WAITING,
                    "there is no journal on this host (systemd-journald keeps it in /var/log/journal or"
                            + " /run/log/journal); where files are logged to, write backend = auto"));
        }
        boolean readable = journals.stream().anyMatch(machine -> Files.isReadable(machine.resolve(FILE)));
        return readable ? Optional.empty() : Optional.of(denied());
    }

    private Trouble denied() {
        return new Trouble(
                State.FAILED,
                "this user may not read the journal; add " + user + " to the group systemd-journal"
                        + " (usermod -aG systemd-journal USER) and start Bailiff anew");
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> machines = Files.newDirectoryStream(folder, Files::isDirectory)) {
                machines.forEach(found::add);
            }
        }
        return found;
    }
}
