// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderThatThisUserMayWriteIsLeftAlone() throws IOException, LaunchException {
        Path jar = Files.createFile(folder.resolve("plug-in.jar"));

        assertThat(new DeployFolder(folder, false).jars()).isEmpty();
        assertThat(new DeployFolder(folder, true).jars()).containsExactly(jar);
    }

    @Test
    void aFolderThatIsNotThereHasNoPlugIns() throws LaunchException {
        assertThat(new DeployFolder(folder.resolve("absent"), false).jars()).isEmpty();
    }

    @Test
    void aFileThatThisUserOwnsCountsAsWritableWhateverItsMode() throws IOException {
        Path jar = Files.createFile(folder.resolve("plug-in.jar"));
        assertThat(jar.toFile().setReadOnly()).isTrue();

        assertThat(ProcessUser.mayWrite(jar)).isTrue();
    }
}
