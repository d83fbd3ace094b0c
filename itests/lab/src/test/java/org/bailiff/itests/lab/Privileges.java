// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bailiff.itests.lab.world.Account;
import org.bailiff.itests.lab.world.Lab;
import org.bailiff.itests.lab.world.ProcessStatus;

/** What the daemon and everything it starts must not have. */
final class Privileges {
    private Privileges() {}

    /** Looks at the running daemon, its children, and whoever is root on its machine. */
    static void assertNoneAreLeft(Lab lab) throws IOException {
        ProcessHandle daemon = lab.daemon().process();

        assertThat(daemon.isAlive()).isTrue();
        Stream.concat(Stream.of(daemon), daemon.descendants())
                .map(process -> ProcessStatus.of(process.pid()))
                .flatMap(Optional::stream)
                .forEach(Privileges::assertHasNone);
        assertThat(lab.server().rootCommands())
                .as("what runs as root on the server: the machine's first process, and what is attacked")
                .isSubsetOf("cat", "rsyslogd", "systemd-journal", "sshd");
    }

    private static void assertHasNone(ProcessStatus process) {
        assertThat(process.fields().get("Uid").split("\t")).containsOnly(String.valueOf(Account.DAEMON.user()));
        for (String set : new String[] {"CapEff", "CapPrm", "CapInh", "CapAmb"}) {
            assertThat(process.capabilities(set)).as(set).isZero();
        }
        assertThat(process.noNewPrivileges()).isTrue();
    }
}
