// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatThisUserMayWriteIsLeftAlone() throws IOException {
        Path jar = Files.createFile(folder.resolve("plug-in.jar"));

        assertThat(new DeployFolder(folder, false).refusal(jar).orElseThrow())
                .startsWith("the daemon's user may write " + jar)
                .contains("deploy.writable = yes");
        assertThat(new DeployFolder(folder, true).refusal(jar)).isEmpty();
    }

    @Test
    void onlyJarsCountAndWhatIsStillBeingWrittenUnderAHiddenNameDoesNot() throws IOException {
        Path jar = Files.createFile(folder.resolve("plug-in.jar"));
        Files.createFile(folder.resolve(".other.jar"));
        Files.createFile(folder.resolve("README.txt"));

        assertThat(new DeployFolder(folder, true).jars()).containsOnlyKeys(jar);
    }

    @Test
    void aFolderThatIsNotThereHasNoPlugIns() throws IOException {
        assertThat(new DeployFolder(folder.resolve("absent"), false).jars()).isEmpty();
    }

    @Test
    void whateverIsDoneToAJarIsSeen() throws IOException {
        Path jar = Files.writeString(folder.resolve("plug-in.jar"), "one");
        SortedMap<Path, FileStamp> before = new DeployFolder(folder, true).jars();
        assertThat(new DeployFolder(folder, true).jars()).isEqualTo(before);

        Files.writeString(folder.resolve("new"), "two");
        Files.setLastModifiedTime(folder.resolve("new"), Files.getLastModifiedTime(jar));
        Files.move(folder.resolve("new"), jar, StandardCopyOption.REPLACE_EXISTING);

        assertThat(new DeployFolder(folder, true).jars()).isNotEqualTo(before);
    }

    @Test
    void aFileThatThisUserOwnsCountsAsWritableWhateverItsMode() throws IOException {
        Path jar = Files.createFile(folder.resolve("plug-in.jar"));
        assertThat(jar.toFile().setReadOnly()).isTrue();

        assertThat(ProcessUser.mayWrite(jar)).isTrue();
    }

    @Test
    void aLinkIntoAFolderThatThisUserMayWriteIsNoBetterThanAFileThere() throws IOException {
        Path jar = Files.createFile(folder.resolve("elsewhere.jar"));
        Path link = Files.createSymbolicLink(folder.resolve("plug-in.jar"), jar);

        assertThat(Trust.weakness(link)).isPresent();
    }
}
