// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String RULES = "*filter\n-A INPUT -m recent --rcheck --seconds 3600 --name bailiff-sshd"
            + " -m recent --set --name bailiff-sshd-hits -j DROP\nCOMMIT\n";

    @TempDir
    Path folder;

    private final DaemonUser me = new DaemonUser(System.getProperty("user.name"), true);
    private FakeHost host;

    @BeforeEach
    void make() throws IOException {
        host = new FakeHost(folder);
    }

    private List<Finding> examine(boolean root) {
        Doctor doctor = new Doctor(host.host(), host.installation(), (program, arguments) -> Optional.of(RULES));
        return doctor.examine(host.wanted(""), me, root, false);
    }

    @Test
    void rootSeesEverythingAndAllIsWell() throws IOException {
        host.list("bailiff-sshd", 3);

        assertThat(examine(true))
                .filteredOn(finding -> finding.level() != Level.OK)
                .extracting(Finding::subject)
                .containsExactly("firewall");
        assertThat(examine(true)).extracting(Finding::subject).contains("IPv4 rule for bailiff-sshd");
    }

    @Test
    void anybodyElseIsToldWhatOnlyRootSees() throws IOException {
        host.list("bailiff-sshd", 3);

        List<Finding> unknown = examine(false).stream()
                .filter(finding -> finding.level() != Level.OK)
                .toList();

        assertThat(unknown).extracting(Finding::level).containsExactly(Level.UNKNOWN);
        assertThat(unknown.get(0).finding()).startsWith("only root sees the rules");
        assertThat(unknown.get(0).mend()).contains("bailiff doctor --etc ");
    }

    @Test
    void aUserThatIsNoneIsToldApart() {
        Doctor doctor = new Doctor(host.host(), host.installation(), (program, arguments) -> Optional.empty());

        assertThat(doctor.examine(host.wanted(""), new DaemonUser("nobody-has-this-name", false), false, false))
                .filteredOn(finding -> finding.subject().equals("daemon's user"))
                .extracting(Finding::mend)
                .containsExactly("useradd --system nobody-has-this-name");
    }

    @Test
    void aDaemonThatRunsIsSeenBehindItsPointer() throws IOException {
        Path socket = folder.resolve("elsewhere");
        host.write("var/control.path", socket + "\n");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));

            assertThat(new DaemonExamination(host.installation(), me).finding())
                    .hasValueSatisfying(finding -> assertThat(finding.level()).isEqualTo(Level.OK));
            assertThat(new DaemonExamination(host.installation(), new DaemonUser("4000000", false)).finding())
                    .hasValueSatisfying(finding -> assertThat(finding.mend()).contains("--user " + me.name()));
        }
        assertThat(new DaemonExamination(host.installation(), me).finding()).isEmpty();
    }

    @Test
    void theDaemonsUserIsGuessedButNeverRoot() throws IOException {
        Path data = host.installation().data();
        String owner = Files.getOwner(data).getName();

        assertThat(DaemonUser.guess("root", folder.resolve("none"))).isEqualTo("bailiff");
        assertThat(DaemonUser.guess("alice", folder.resolve("none"))).isEqualTo("alice");
        assertThat(DaemonUser.guess("alice", data)).isEqualTo(owner.equals("root") ? "alice" : owner);
    }
}
