// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A program in the place of {@code journalctl} that does what it is told, start by start, and then waits to be ended. A
 * start that it was told nothing about gives nothing and ends well until it is asked to follow.
 */
final class ScriptedProgram {
    private static final String SCRIPT =
            """
            #!/bin/sh
            cd %s
            start=$(wc -l < starts)
            echo "$*" >> starts
            echo $$ > latest
            [ ! -e "$start.out" ] || cat "$start.out"
            [ ! -e "$start.err" ] || cat "$start.err" >&2
            [ ! -e "$start.exit" ] || exit "$(cat "$start.exit")"
            case " $* " in *" --follow "*) exec sleep 1000 ;; esac
            """;

    private final Path folder;
    private final Path program;
    private final Path journal;

    ScriptedProgram(Path folder) throws IOException {
        this.folder = folder;
        this.program = folder.resolve("journalctl");
        this.journal = Files.createDirectories(folder.resolve("journal/machine"));
        Files.createFile(folder.resolve("starts"));
        Files.createFile(journal.resolve("system.journal"));
        Files.writeString(program, SCRIPT.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What the start with this number, from 0, writes. */
    ScriptedProgram gives(int start, Export entries) throws IOException {
        Files.write(folder.resolve(start + ".out"), entries.bytes());
        return this;
    }

    /** How it ends, and what it complains of. */
    ScriptedProgram ends(int start, int exitCode, String complaint) throws IOException {
        Files.writeString(folder.resolve(start + ".err"), complaint);
        Files.writeString(folder.resolve(start + ".exit"), Integer.toString(exitCode));
        return this;
    }

    void removeJournal() throws IOException {
        Files.delete(journal.resolve("system.journal"));
    }

    void removeProgram() throws IOException {
        Files.delete(program);
    }

    /** The arguments of each start so far. */
    List<String> starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts"));
    }

    /** The process that was started last; it is known before it gives anything. */
    ProcessHandle latest() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readString(folder.resolve("latest")).strip()))
                .orElseThrow();
    }

    Journalctl journalctl() {
        return new Journalctl(program, new JournalAccess(List.of(folder.resolve("journal")), "somebody"));
    }
}
