// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void anAbsentDirectoryIsMadeForTheDaemonAndItsGroupToPass() throws IOException, LaunchException {
        Path data = folder.resolve("lib/bailiff");

        new DataDirectory(data).prepare();

        assertThat(mode(data)).isEqualTo("rwx--x---");
    }

    @Test
    void aPresentDirectoryKeepsItsMode() throws IOException, LaunchException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        new DataDirectory(folder).prepare();

        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void theFrameworksStorageIsTheDaemonsAlone() throws IOException, LaunchException {
        try (StorageLock lock = StorageLock.of(folder, Outside.of(folder, Map.of()))) {
            assertThat(lock.folder()).isEqualTo(folder.resolve("framework"));
            assertThat(mode(folder.resolve("framework"))).isEqualTo("rwx------");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file.resolve("data")).prepare())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("--data");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
