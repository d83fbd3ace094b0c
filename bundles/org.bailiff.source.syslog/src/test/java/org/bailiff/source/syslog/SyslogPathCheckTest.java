// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;

class SyslogPathCheckTest {

    private static List<String> check(String backend, String paths) {
        return new SyslogPathCheck()
                        .check(new JailConfiguration(
                                "sshd",
                                Map.of(
                                        "backend", new Setting("backend", backend, "/etc/bailiff/jail.conf:6"),
                                        "logpath", new Setting("logpath", paths, "/etc/bailiff/jail.conf:7"))))
                        .stream()
                        .map(Problem::toString)
                        .toList();
    }

    @Test
    void addressesAreFineSeveralOfThem() {
        assertThat(check("syslog", "\nudp://127.0.0.1:5514\n  tcp://[::1]:5514 tail\nunix:/run/bailiff/log"))
                .isEmpty();
    }

    @Test
    void eachWrongOneIsAnErrorAtItsPlace() {
        assertThat(check(" Syslog ", "udp://127.0.0.1:514\ntcp://[::1]:5514 now\nudp://[::1]:5514"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).startsWith("/etc/bailiff/jail.conf:7: error: logpath: "));
    }

    @Test
    void aJailOfFilesIsNotOurs() {
        assertThat(check("auto", "/var/log/auth.log")).isEmpty();
        assertThat(check("systemd", "udp://nowhere")).isEmpty();
    }
}
