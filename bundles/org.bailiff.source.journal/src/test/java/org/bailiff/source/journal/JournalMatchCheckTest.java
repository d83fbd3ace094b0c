// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;

class JournalMatchCheckTest {

    private static List<String> check(String value) {
        Setting setting = new Setting("journalmatch", value, "/etc/bailiff/jail.conf:7");
        return new JournalMatchCheck()
                .check(new JailConfiguration("sshd", Map.of("journalmatch", setting))).stream()
                        .map(Problem::toString)
                        .toList();
    }

    @Test
    void anExpressionIsFine() {
        assertThat(check("_SYSTEMD_UNIT=ssh.service + _COMM=sshd\n'_EXE=/a b'")).isEmpty();
        assertThat(check("")).isEmpty();
    }

    @Test
    void aFindingNamesFileLineAndWord() {
        assertThat(check("_SYSTEMD_UNIT=ssh.service --file=/tmp/x"))
                .containsExactly("/etc/bailiff/jail.conf:7: error: journalmatch: '--file=/tmp/x' is no match of the "
                        + "journal; it is FIELD=VALUE, e.g. _SYSTEMD_UNIT=ssh.service, and + for 'or'");
    }
}
