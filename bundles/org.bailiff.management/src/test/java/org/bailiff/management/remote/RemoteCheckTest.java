// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCheckTest {
    @TempDir
    private Path etc;

    @Test
    void whatIsSafeHasNoProblem() throws Exception {
        Accounts.write(etc.resolve("jmx.users"), Accounts.ADA);
        RemoteCheck check = new RemoteCheck(etc, true, port -> false);

        assertThat(check.check(RemoteSettingsTest.settings())).isEmpty();
        assertThat(check.check(RemoteSettingsTest.settings("listen", "127.0.0.1:" + Door.freePort())))
                .isEmpty();
    }

    @Test
    void aMistakeInTheSettingsOrInAFileThatTheyNameIsAnError() throws Exception {
        RemoteCheck check = new RemoteCheck(etc, true, port -> false);

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
            RemoteCheck check = new RemoteCheck(etc, true, port -> false);
            String listen = "127.0.0.1:" + other.getLocalPort();

            assertThat(check.check(RemoteSettingsTest.settings("listen", listen)))
                    .hasSize(1);
            assertThat(new RemoteCheck(etc, false, port -> false).check(RemoteSettingsTest.settings("listen", listen)))
                    .isEmpty();

            check.opened(Optional.of(new InetSocketAddress("127.0.0.1", other.getLocalPort())));
            assertThat(check.check(RemoteSettingsTest.settings("listen", listen)))
                    .isEmpty();
        }
    }

    @Test
    void aPortThatTheDaemonHasForSomethingElseMayBeGivenUpByIt() throws Exception {
        Accounts.write(etc.resolve("jmx.users"), Accounts.ADA);
        try (ServerSocket metrics = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RemoteCheck check = new RemoteCheck(etc, true, OwnPorts::has);
            String listen = "127.0.0.1:" + metrics.getLocalPort();

            assertThat(check.check(RemoteSettingsTest.settings("listen", listen)))
                    .isEmpty();
            assertThat(check.hasPassed(RemoteSettingsTest.settings("listen", listen)))
                    .isTrue();
            metrics.close();
            assertThat(OwnPorts.has(metrics.getLocalPort())).isFalse();
        }
    }

    @Test
    void whatBecameOfItIsTold() {
        RemoteCheck check = new RemoteCheck(etc, true, port -> false);
        Map<String, Setting> settings = Map.of("listen", new Setting("listen", "127.0.0.1:1", "bailiff.conf:2"));
        Problem taken = new Problem(Problem.Severity.ERROR, "bailiff.conf", 2, "", "it is taken");

        assertThat(check.isSettled(settings)).isFalse();
        check.state().begin(settings, () -> Optional.of(List.of(taken)));

        assertThat(check.isSettled(settings)).isTrue();
        assertThat(check.troubles()).containsExactly(taken);
        check.state().end();
        assertThat(check.troubles()).isEmpty();
    }
}
