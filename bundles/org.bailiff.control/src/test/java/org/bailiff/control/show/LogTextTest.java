// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.ADMINISTRATOR;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import java.time.Instant;
import org.bailiff.api.Evidence;
import org.bailiff.text.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {
    private static final Network ADDRESS = Network.parse("192.0.2.7");
    private static final String LINE =
            "Nov 23 02:00:01 gate sshd[4711]: Failed password for invalid user Secret123 from 192.0.2.7 port 50000";

    @Test
    void anAdministratorSeesTheLine() {
        assertThat(LogText.of(evidence(LINE), ADDRESS, ADMINISTRATOR)).isEqualTo(LINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nov 23 02:00:01 gate sshd[4711]: user Secret123 from 192.0.2.7 | sshd: *** 192.0.2.7 ***",
                "Nov  3 02:00:01 gate postfix/smtpd[1]: Secret123 | postfix/smtpd: *** 192.0.2.7 ***",
                "2026-11-23T02:00:01.123456+01:00 gate sshd[4711]: Secret123 | sshd: *** 192.0.2.7 ***",
                "2026-11-23 02:00:01 Secret123: login failed | *** 192.0.2.7 ***",
                "192.0.2.7 - Secret123 [23/Nov/2026:02:00:01 +0000] | *** 192.0.2.7 ***",
                "Secret123 | *** 192.0.2.7 ***"
            })
    void anybodyElseSeesServiceAndAddressAlone(String line, String shown) {
        assertThat(LogText.of(evidence(line), ADDRESS, OPERATOR)).isEqualTo(shown);
    }

    @Test
    void aLineThatWouldPaintTheTerminalIsDefused() {
        assertThat(LogText.of(evidence("<html>\u001b[2J\nx"), ADDRESS, ADMINISTRATOR))
                .isEqualTo("\\x3chtml>\\x1b[2J\\x0ax");
    }

    private static Evidence evidence(String line) {
        return new Evidence(Instant.EPOCH, 1, 1, line);
    }
}
