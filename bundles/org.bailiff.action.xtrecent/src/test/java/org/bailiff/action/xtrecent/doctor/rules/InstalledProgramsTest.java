// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledProgramsTest {
    @TempDir
    Path folder;

    private InstalledPrograms programs(String script, Duration patience) throws IOException {
        Path program = Files.writeString(folder.resolve("tables-save"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new InstalledPrograms(List.of(folder.resolve("none"), folder), patience);
    }

    @Test
    void whatItPrintsIsReadAndWhatItComplainsOfIsNot() throws IOException {
        InstalledPrograms programs = programs("echo '# Warning' >&2; echo '*filter'", Duration.ofSeconds(10));

        assertThat(programs.output("tables-save", List.of())).contains("*filter\n");
    }

    @Test
    void whatIsNotInstalledPrintsNothing() throws IOException {
        assertThat(programs("", Duration.ofSeconds(10)).output("other-save", List.of()))
                .isEmpty();
    }

    @Test
    void aFailureIsToldInItsOwnWords() throws IOException {
        InstalledPrograms programs = programs("echo 'you must be root' >&2; exit 4", Duration.ofSeconds(10));

        assertThatThrownBy(() -> programs.output("tables-save", List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("tables-save ended with 4: you must be root");
    }

    @Test
    void whoNeverEndsIsEnded() throws IOException {
        InstalledPrograms programs = programs("sleep 600; echo '*filter'", Duration.ofMillis(300));

        assertThatThrownBy(() -> programs.output("tables-save", List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("tables-save did not end within 300 ms");
    }

    @Test
    void whoPrintsWithoutEndIsNotReadToTheEnd() throws IOException {
        InstalledPrograms programs = programs("exec yes", Duration.ofSeconds(10));

        assertThatThrownBy(() -> programs.output("tables-save", List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes");
    }
}
