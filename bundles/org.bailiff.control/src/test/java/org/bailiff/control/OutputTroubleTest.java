// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTroubleTest {
    @TempDir
    private Path folder;

    private Path leadingTo(String target) throws IOException {
        return Files.createSymbolicLink(folder.resolve("1"), Path.of(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe:[4711]", "socket:[4712]"})
    void whoeverClosesAPipeHasHadEnough(String target) throws IOException {
        assertThat(OutputTrouble.of(leadingTo(target))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/tmp/report.txt", "/dev/full"})
    void aFileMayHaveNoRoom(String target) throws IOException {
        assertThat(OutputTrouble.of(leadingTo(target)))
                .hasValueSatisfying(said -> assertThat(said).contains("is the disk full?"));
    }

    @Test
    void whereItIsNotShownTheDiskIsAskedFor() {
        assertThat(OutputTrouble.of(folder.resolve("1"))).isPresent();
    }
}
