// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamespaceExaminationTest {
    @TempDir
    Path folder;

    private FakeHost host;

    @BeforeEach
    void make() throws IOException {
        host = new FakeHost(folder);
    }

    private Finding only() {
        List<Finding> findings = new NamespaceExamination(host.host()).findings();
        assertThat(findings).extracting(Finding::level).containsExactly(Level.WARNING);
        return findings.get(0);
    }

    @Test
    void onTheHostThereIsNothingToSay() {
        assertThat(new NamespaceExamination(host.host()).findings()).isEmpty();
    }

    @Test
    void anotherNetworkThanTheFirstProcessesIsSeenByRoot() throws IOException {
        host.network("self", "net:[2]");

        assertThat(only().evidence()).isEqualTo("process 1: net:[1], here: net:[2]");
    }

    @Test
    void aNetworkOfNothingButLoopbackIsSeenByAnybody() throws IOException {
        host.remove("proc/1/ns/net");
        host.write("proc/self/net/dev", "Inter-|   Receive\n face |bytes\n    lo: 1 2\n");

        assertThat(only().finding()).contains("PrivateNetwork=");
    }

    @Test
    void aNamespaceOfUsersIsSeenByItsMap() throws IOException {
        host.write("proc/self/uid_map", "         0       1000          1\n");

        assertThat(only().evidence()).endsWith(": 0 1000 1");
    }

    @Test
    void aProcThatHidesItsRestIsSeen() throws IOException {
        host.remove("proc/net");

        assertThat(only().finding()).contains("ProcSubset=pid");
    }
}
