// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bailiff.action.xtrecent.doctor.Finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelExaminationTest {
    @TempDir
    Path folder;

    private FakeHost host;

    @BeforeEach
    void make() throws IOException {
        host = new FakeHost(folder);
    }

    private KernelExamination examination(String parameters) {
        return new KernelExamination(host.host(), host.wanted(parameters), "firewall");
    }

    @Test
    void aKernelAsItComesIsWell() {
        assertThat(examination("").forAnybody()).extracting(Finding::level).containsExactly(Level.OK);
        assertThat(examination("").forRoot()).extracting(Finding::level).containsExactly(Level.OK);
    }

    @Test
    void aModuleThatNobodyLoadedIsToBeLoaded() throws IOException {
        host.remove("proc/self/net/xt_recent");

        Finding finding = examination("").forAnybody().get(0);

        assertThat(finding.level()).isEqualTo(Level.WRONG);
        assertThat(finding.mend()).isEqualTo("modprobe xt_recent");
    }

    @Test
    void aCapacityOverTheKernelsIsMendedWhereTheNumberIsRead() throws IOException {
        Finding builtIn = examination("capacity=1000").forRoot().get(0);
        assertThat(builtIn.level()).isEqualTo(Level.WRONG);
        assertThat(builtIn.evidence()).isEqualTo("ip_list_tot is 100, the jails' capacity 1000");
        assertThat(builtIn.mend()).contains("kernel's command line");

        host.write("sys/module/xt_recent/initstate", "live");
        assertThat(examination("capacity=1000").forRoot().get(0).mend()).isEqualTo("firewall && reboot");
    }

    @Test
    void oneStampAnEntryIsTooFew() throws IOException {
        host.parameter("ip_pkt_list_tot", 1);

        assertThat(examination("").forRoot()).extracting(Finding::level).containsExactly(Level.OK, Level.WRONG);
    }

    @Test
    void listsThatAllBelongToAUserAreOdd() throws IOException {
        host.parameter("ip_list_uid", 998);

        assertThat(examination("").forAnybody()).extracting(Finding::level).containsExactly(Level.OK, Level.WARNING);
    }

    @Test
    void aNumberThatCannotBeReadIsUnknown() throws IOException {
        host.remove("sys/module/xt_recent/parameters/ip_list_tot");

        assertThat(examination("").forRoot()).extracting(Finding::level).containsExactly(Level.UNKNOWN);
    }
}
