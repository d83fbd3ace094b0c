// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the program that reads the journal is started.
 *
 * @param program its path
 * @param access what may keep it from reading
 */
record Journalctl(Path program, JournalAccess access) {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/journalctl"), Path.of("/bin/journalctl"));
    /** Nothing of the daemon's own environment: some of it would change what is written, and how. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8", "SYSTEMD_COLORS", "0");

    /** The system's. */
    static Journalctl ofTheSystem() {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(PLACES.get(0));
        return new Journalctl(program, JournalAccess.ofTheSystem());
    }

    boolean isThere() {
        return Files.isExecutable(program);
    }

    /**
     * Starts it. Users' own journals are left out, as with fail2ban, and so are other hosts'.
     *
     * @param options where to begin, and whether to follow
     */
    Child start(MatchExpression wanted, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--system",
                "--all",
                "--quiet",
                "--no-pager",
                "--output=export",
                "--output-fields=" + String.join(",", JournalEntry.WANTED)));
        command.addAll(options);
        command.add("--");
        command.addAll(wanted.words());
        return Child.start(command, ENVIRONMENT);
    }
}
