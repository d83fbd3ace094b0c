// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String name : List.of("org.filter.library-1.jar", "org.filter-1.jar", "README.txt")) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void onlyJarsAreBundles() throws LaunchException {
        assertThat(new BundleFolder(folder).jars())
                .containsExactly(folder.resolve("org.filter-1.jar"), folder.resolve("org.filter.library-1.jar"));
    }

    @Test
    void aBundleIsFoundByItsWholeName() throws LaunchException {
        assertThat(new BundleFolder(folder).jars(List.of("org.filter")))
                .containsExactly(folder.resolve("org.filter-1.jar"));
    }

    @Test
    void someMayBeLeftOut() throws LaunchException {
        assertThat(new BundleFolder(folder).jarsBut(List.of("org.filter")))
                .containsExactly(folder.resolve("org.filter.library-1.jar"));
    }

    @Test
    void aMissingBundleIsNamed() {
        assertThatThrownBy(() -> new BundleFolder(folder).jars(List.of("org.jail")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("org.jail is missing");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> new BundleFolder(folder.resolve("absent")).jars())
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("absent");
    }
}
