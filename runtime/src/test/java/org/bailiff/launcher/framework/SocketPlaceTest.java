// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;

class SocketPlaceTest {
    private static final Path DATA = Path.of("/var/lib/bailiff");

    @Test
    void theRuntimeDirectoryGoesBeforeTheDataDirectory() {
        assertThat(SocketPlace.of(DATA, Map.of("RUNTIME_DIRECTORY", "/run/bailiff:/run/other")))
                .isEqualTo(Path.of("/run/bailiff/control"));
        assertThat(SocketPlace.of(DATA, Map.of("RUNTIME_DIRECTORY", ""))).isEqualTo(DATA.resolve("control"));
        assertThat(SocketPlace.of(DATA, Map.of())).isEqualTo(DATA.resolve("control"));
    }

    @Test
    void aPathThatJavaCannotBindIsRefusedWithItsRemedy() {
        Path longest = Path.of("/" + "x".repeat(105));
        Path tooLong = Path.of("/" + "ü".repeat(53));

        assertThatCode(() -> SocketPlace.refuseTooLong(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SocketPlace.refuseTooLong(tooLong))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("107 bytes")
                .hasMessageContaining("RUNTIME_DIRECTORY");
    }
}
