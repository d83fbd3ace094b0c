// SPDX-License-Identifier: Apache-2.0
package org.bailiff.source.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchExpressionTest {

    private static String stream(String text) {
        return MatchExpression.parse(text).stream();
    }

    @Test
    void theStreamIsNamedByTheExpression() {
        assertThat(stream("_SYSTEMD_UNIT=ssh.service   +  _COMM=sshd "))
                .isEqualTo("journal:_SYSTEMD_UNIT=ssh.service + _COMM=sshd");
        assertThat(stream(" \n ")).isEqualTo("journal");
    }

    @Test
    void linesAreAlternatives() {
        assertThat(MatchExpression.parse("_COMM=a _UID=0\n\n  _COMM=b\n").words())
                .containsExactly("_COMM=a", "_UID=0", "+", "_COMM=b");
    }

    @Test
    void quotedValuesMayHoldBlanks() {
        String text = "\"_EXE=/usr/bin/with blank\" + 'Y=z \"w' A=b\\ c";

        assertThat(MatchExpression.parse(text).words())
                .containsExactly("_EXE=/usr/bin/with blank", "+", "Y=z \"w", "A=b c");
        assertThat(MatchExpression.ofStream(stream(text))).isEqualTo(MatchExpression.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output=json",
                "-f",
                "--",
                "/usr/sbin/sshd",
                "sshd",
                "=x",
                "_comm=sshd",
                "_COMM =sshd",
                "+ _COMM=a",
                "_COMM=a +",
                "_COMM=a + + _COMM=b",
                "_COMM=\"a",
                "_COMM=a\u0000b",
                "_COMM=a\\"
            })
    void whatIsNoMatchIsRefused(String text) {
        assertThatThrownBy(() -> MatchExpression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherSourcesStreamIsRefused() {
        assertThatThrownBy(() -> MatchExpression.ofStream("/var/log/auth.log"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAlternativeThatJournaldVouchesForNothingInIsDoubtful() {
        assertThat(Doubts.of(MatchExpression.parse("_SYSTEMD_UNIT=ssh.service + _COMM=sshd")))
                .isEmpty();
        assertThat(Doubts.of(MatchExpression.parse("SYSLOG_IDENTIFIER=sm-mta + _SYSTEMD_UNIT=sendmail.service")))
                .singleElement()
                .asString()
                .contains("'SYSLOG_IDENTIFIER=sm-mta'");
        assertThat(Doubts.of(new MatchExpression(List.of())))
                .singleElement()
                .asString()
                .contains("all of the journal");
    }
}
