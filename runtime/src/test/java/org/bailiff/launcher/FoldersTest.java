// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    private static final Path HOME = Path.of("/opt/bailiff");

    @Test
    void theDistributionHasFoldersOfItsOwn() throws LaunchException {
        Folders folders = Folders.of(CommandLine.parse("run"), Map.of(), HOME);

        assertThat(folders.etc()).isEqualTo(Path.of("/opt/bailiff/etc"));
        assertThat(folders.data()).isEqualTo(Path.of("/opt/bailiff/var"));
        assertThat(folders.deploy()).isEqualTo(Path.of("/opt/bailiff/deploy"));
    }

    @Test
    void theEnvironmentGoesBeforeTheDistribution() throws LaunchException {
        Map<String, String> environment = Map.of("BAILIFF_ETC", "/etc/bailiff", "BAILIFF_DATA", "");

        Folders folders = Folders.of(CommandLine.parse("run"), environment, HOME);

        assertThat(folders.etc()).isEqualTo(Path.of("/etc/bailiff"));
        assertThat(folders.data()).isEqualTo(Path.of("/opt/bailiff/var"));
    }

    @Test
    void anOptionGoesBeforeTheEnvironmentAndIsMeantFromTheCallersFolder() throws LaunchException {
        Map<String, String> environment = Map.of("BAILIFF_ETC", "/etc/bailiff");

        Folders folders = Folders.of(CommandLine.parse("run", "--etc", "a/../b"), environment, HOME);

        assertThat(folders.etc()).isEqualTo(Path.of("b").toAbsolutePath());
    }
}
