// SPDX-License-Identifier: Apache-2.0
package org.bailiff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void aDirectoryThatIsNotThereIsMadeWithTheModesThatArePromised() throws IOException {
        Path path = parent.resolve("a/data");

        try (DataDirectory directory = DataDirectory.lock(path, 4711)) {
            assertThat(mode(path)).isEqualTo("rwx--x---");
            assertThat(mode(directory.file("lock"))).isEqualTo("rw-------");
            assertThat(directory.file("lock")).hasContent("4711\n");
        }
    }

    @Test
    void aDirectoryThatIsThereKeepsItsMode() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-x---"));

        try (DataDirectory directory = DataDirectory.lock(parent, 1)) {
            assertThat(mode(directory.file("."))).isEqualTo("rwxr-x---");
        }
    }

    @Test
    void aSecondDaemonIsRefusedUntilTheFirstIsGone() throws IOException {
        try (DataDirectory first = DataDirectory.lock(parent, 4711)) {
            assertThatThrownBy(() -> DataDirectory.lock(parent, 1))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining("process 4711")
                    .hasMessageContaining(parent.toString());
            assertThat(first.file("lock")).hasContent("4711\n");
        }

        DataDirectory.lock(parent, 5).close();
    }

    @Test
    void aFolderInThePlaceOfTheLockIsPutAside() throws IOException {
        Files.createDirectory(parent.resolve("lock"));

        DataDirectory.lock(parent, 5).close();

        assertThat(parent.resolve("lock")).hasContent("5\n");
        assertThat(parent.resolve("lock.unreadable")).isDirectory();
    }

    @Test
    void aPathThatCannotBeADirectoryIsNamed() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.lock(file, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The data directory " + file + " cannot be used");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
