// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListExaminationTest {
    private static final String NOBODY = "4000000";

    @TempDir
    Path folder;

    private FakeHost host;

    @BeforeEach
    void make() throws IOException {
        host = new FakeHost(folder);
    }

    private List<Finding> findings(String user) {
        boolean isCaller = !user.equals(NOBODY);
        return new ListExamination(host.wanted("").lists().get(0), new DaemonUser(user, isCaller), host.installation())
                .findings();
    }

    private static String me() {
        return System.getProperty("user.name");
    }

    private void mode(String mode) throws IOException {
        Files.setPosixFilePermissions(host.lists().resolve("bailiff-sshd"), PosixFilePermissions.fromString(mode));
    }

    @Test
    void aListOfOursWithRoomIsWell() throws IOException {
        host.list("bailiff-sshd", 7);

        List<Finding> findings = findings(me());

        assertThat(findings).extracting(Finding::level).containsExactly(Level.OK, Level.OK);
        assertThat(findings.get(0).subject()).isEqualTo("list bailiff-sshd of sshd");
        assertThat(findings.get(1).evidence()).isEqualTo("7 entries, capacity 100");
    }

    @Test
    void aMissingListIsMadeByWhatFirewallPrints() {
        List<Finding> findings = findings(me());

        assertThat(findings).extracting(Finding::level).containsExactly(Level.WRONG);
        assertThat(findings.get(0).mend())
                .startsWith("/opt/bailiff/bin/bailiff firewall --etc "
                        + host.installation().etc() + " --user ")
                .endsWith(" > bailiff-firewall && sh bailiff-firewall");
    }

    @Test
    void aListOfSomebodyElseIsToBeHandedOver() throws IOException {
        Path list = host.list("bailiff-sshd", 0);

        Finding right = findings(NOBODY).get(0);

        assertThat(right.level()).isEqualTo(Level.WRONG);
        assertThat(right.mend()).isEqualTo("chown " + NOBODY + " " + list);
        assertThat(right.evidence()).contains("mode rw-r--r--");
    }

    @Test
    void whatOnlyAGroupDecidesIsUnknown() throws IOException {
        host.list("bailiff-sshd", 0);
        mode("rw-rw-r--");

        assertThat(findings(NOBODY).get(0).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aListThatAnybodyMayWriteIsOdd() throws IOException {
        host.list("bailiff-sshd", 0);
        mode("rw-r--rw-");

        assertThat(findings(NOBODY)).extracting(Finding::level).containsExactly(Level.OK, Level.WARNING, Level.OK);
    }

    @ParameterizedTest
    @CsvSource({"89, OK", "90, WARNING", "99, WARNING", "100, WRONG"})
    void howFullItIsMatters(int entries, Level level) throws IOException {
        host.list("bailiff-sshd", entries);

        assertThat(findings(me()).get(1).level()).isEqualTo(level);
    }

    @Test
    void withoutAListOfHitsThereIsNoProof() throws IOException {
        host.list("bailiff-sshd", 0);
        host.remove("proc/self/net/xt_recent/bailiff-sshd-hits");

        assertThat(findings(me())).extracting(Finding::level).containsExactly(Level.OK, Level.OK, Level.WARNING);
    }
}
