// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFinderTest {
    @TempDir
    private Path data;

    @Test
    void theOptionGoesBeforeAll() throws LaunchException {
        SocketFinder finder = new SocketFinder(data, Map.of("BAILIFF_SOCKET", "/run/a"));

        assertThat(finder.find(Optional.of("/run/b"))).isEqualTo(Path.of("/run/b"));
    }

    @Test
    void theEnvironmentGoesBeforeThePointer() throws LaunchException, IOException {
        Files.writeString(data.resolve("control.path"), "/run/bailiff/control");

        assertThat(new SocketFinder(data, Map.of("BAILIFF_SOCKET", "/run/a")).find(Optional.empty()))
                .isEqualTo(Path.of("/run/a"));
    }

    @Test
    void thePointerGoesBeforeTheDataDirectorysOwnSocket() throws LaunchException, IOException {
        Files.createFile(data.resolve("control"));
        Files.writeString(data.resolve("control.path"), "/run/bailiff/control\n");

        assertThat(new SocketFinder(data, Map.of("BAILIFF_SOCKET", "")).find(Optional.empty()))
                .isEqualTo(Path.of("/run/bailiff/control"));
    }

    @Test
    void withoutAnyOfThemItIsInTheDataDirectory() throws LaunchException {
        assertThat(new SocketFinder(data, Map.of()).find(Optional.empty())).isEqualTo(data.resolve("control"));
    }
}
