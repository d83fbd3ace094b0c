// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in for a data directory whose disk takes nothing. */
class OutsideTest {
    @TempDir
    private Path data;

    @TempDir
    private Path runtime;

    @TempDir
    private Path temporary;

    private Outside outside;

    @BeforeEach
    void place() {
        outside = new Outside("bailiff-test", Optional.of(runtime), temporary);
    }

    @Test
    void aDiskIsToldFromARightThatIsMissing() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThat(DiskTrouble.isBehind(new FileSystemException("x", null, "Read-only"), data))
                .isTrue();
        assertThat(DiskTrouble.isBehind(new IOException("No space"), data.resolve("absent")))
                .isTrue();
        assertThat(DiskTrouble.isBehind(new AccessDeniedException("x"), data)).isFalse();
        assertThat(DiskTrouble.isBehind(new FileAlreadyExistsException("x"), data))
                .isFalse();
        assertThat(DiskTrouble.isBehind(new FileSystemException("x"), file.resolve("data")))
                .isFalse();
    }

    @Test
    void whoCannotLockInsideIsNoticedByWhoWantsToLaterAndLeavesNothing() throws IOException, LaunchException {
        try (StorageLock reading = StorageLock.outside(data, data.resolve("framework"), outside)) {
            assertThat(reading.folder()).isEqualTo(data.resolve("framework"));
            assertThatThrownBy(() -> StorageLock.of(data, outside))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("another bailiff runs on the data directory " + data);
        }

        StorageLock.of(data, outside).close();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aStrangersFolderInATemporaryPlaceIsNotUsed() throws IOException, LaunchException {
        Path strangers = Files.createDirectory(temporary.resolve("bailiff-test"));
        Files.setPosixFilePermissions(strangers, PosixFilePermissions.fromString("rwxrwxrwx"));
        Outside only = new Outside("bailiff-test", Optional.empty(), temporary);

        try (Workplace workplace = Workplace.of(data.resolve("absent"), only)) {
            assertThat(workplace.storage().getParent()).isNotEqualTo(strangers).exists();
        }
        assertThat(OutsideLock.take(only)).isEmpty();
        assertThat(strangers).isEmptyDirectory();
        assertThat(temporary.toFile().list()).containsExactly("bailiff-test");
    }

    @Test
    void withRoomInsideTheStorageIsThereAndWhatAKilledDaemonLeftOutsideGoes() throws IOException, LaunchException {
        Files.createFile(outside.make(runtime).resolve("storage"));

        try (Workplace workplace = Workplace.of(data, outside)) {
            assertThat(workplace.storage()).isEqualTo(data.resolve("storage"));
        }
        assertThat(runtime).isEmptyDirectory();
    }

    @Test
    void withoutRoomInsideItIsInTheRuntimeDirectoryUntilTheEnd() throws LaunchException {
        try (Workplace workplace = Workplace.of(data.resolve("absent"), outside)) {
            assertThat(workplace.storage()).isEqualTo(runtime.resolve("bailiff-test/storage"));
            assertThat(workplace.socket()).isEqualTo(runtime.resolve("bailiff-test/control"));
            assertThat(Outside.isOurs(runtime.resolve("bailiff-test"))).isTrue();
        }
        assertThat(runtime).isEmptyDirectory();
    }

    @Test
    void roomNowhereIsASentence() {
        Outside nowhere = new Outside("bailiff-test", Optional.empty(), temporary.resolve("absent"));

        assertThatThrownBy(() -> Workplace.of(data.resolve("absent"), nowhere))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no room in " + data.resolve("absent"))
                .hasMessageContaining("make room");
    }

    @Test
    void theLockThatIsThereIsAlsoHeldByWhoMustNotWriteIt() throws IOException, LaunchException {
        StorageLock.of(data, outside).close();
        Path lock = data.resolve("framework/lock");

        try (StorageLock reading = StorageLock.outside(data, data.resolve("framework"), outside);
                FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertThat(reading.folder()).isDirectory();
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(List.of(temporary.toFile().list())).isEmpty();
    }
}
