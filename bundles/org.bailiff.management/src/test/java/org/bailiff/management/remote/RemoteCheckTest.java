// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCheckTest {
    @TempDir
    private Path etc;

    @Test
    void whatIsSafeHasNoProblem() throws Exception {
        Accounts.write(etc.resolve("jmx.users"), Accounts.ADA);
        RemoteCheck check = new RemoteCheck(etc, true);

        assertThat(check.check(RemoteSettingsTest.settings())).isEmpty();
        assertThat(check.check(RemoteSettingsTest.settings("listen", "127.0.0.1:" + Door.freePort())))
                .isEmpty();
    }

    @Test
    void aMistakeInTheSettingsOrInAFileThatTheyNameIsAnError() throws Exception {
        RemoteCheck check = new RemoteCheck(etc, true);

        Problem none = check.check(RemoteSettingsTest.settings("listen", "127.0.0.1:7091"))
                .get(0);
        Accounts.write(etc.resolve("jmx.users"), "# nobody yet\n");
        Problem nobody = check.check(RemoteSettingsTest.settings("listen", "127.0.0.1:7091"))
                .get(0);
        Problem open = check.check(RemoteSettingsTest.settings("listen", "0.0.0.0:7091"))
                .get(0);

        assertThat(none.toString()).startsWith(etc.resolve("jmx.users") + ": error: the file is not there");
        assertThat(nobody.message()).contains("holds no user; 'bailiff passwd USER ROLE' adds one");
        assertThat(open.line()).isEqualTo(3);
        assertThat(open.severity()).isEqualTo(Problem.Severity.ERROR);
    }

    @Test
    void aPortIsTriedIfItIsNotOursAndThereIsADaemonToTryItFor() throws Exception {
        Accounts.write(etc.resolve("jmx.users"), Accounts.ADA);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RemoteCheck check = new RemoteCheck(etc, true);
            String listen = "127.0.0.1:" + other.getLocalPort();

            assertThat(check.check(RemoteSettingsTest.settings("listen", listen)))
                    .hasSize(1);
            assertThat(new RemoteCheck(etc, false).check(RemoteSettingsTest.settings("listen", listen)))
                    .isEmpty();

            check.opened(Optional.of(new InetSocketAddress("127.0.0.1", other.getLocalPort())));
            assertThat(check.check(RemoteSettingsTest.settings("listen", listen)))
                    .isEmpty();
        }
    }
}
