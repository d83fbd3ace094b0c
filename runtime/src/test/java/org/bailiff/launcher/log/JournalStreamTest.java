// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStreamTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheVeryFileThatTheVariableNamesIsTheJournal() throws IOException {
        Path journal = Files.createFile(folder.resolve("journal"));
        Path other = Files.createFile(folder.resolve("other"));
        String variable = Files.getAttribute(journal, "unix:dev") + ":" + Files.getAttribute(journal, "unix:ino");

        assertThat(JournalStream.is(variable, journal)).isTrue();
        assertThat(JournalStream.is(variable, other)).isFalse();
        assertThat(JournalStream.is(null, journal)).isFalse();
        assertThat(JournalStream.is(variable, folder.resolve("absent"))).isFalse();
    }
}
