// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bailiff.control.fake.CommandLine.OPERATOR;

import org.bailiff.control.fake.CommandLine;
import org.bailiff.control.fake.FakeJail;
import org.bailiff.control.fake.FakeJails;
import org.junit.jupiter.api.Test;

/** {@code ping}, {@code version} and {@code stats}. */
class SmallVerbsTest {
    private final FakeJail sshd = new FakeJail("sshd");
    private final CommandLine commandLine =
            new CommandLine(new PingVerb(), new VersionVerb("1.2.3"), new StatsVerb(new FakeJails(sshd)));

    @Test
    void pingIsAnsweredInFail2bansWords() {
        assertThat(commandLine.type(OPERATOR, "ping")).isZero();
        assertThat(commandLine.out).containsExactly("Server replied: pong");
        commandLine.type(OPERATOR, "ping", "--json");
        assertThat(commandLine.json().get("reply").getAsString()).isEqualTo("pong");
        assertThat(commandLine.type(OPERATOR, "ping", "pong")).isEqualTo(2);
    }

    @Test
    void theVersionIsTheDaemons() {
        assertThat(commandLine.type(OPERATOR, "version")).isZero();
        assertThat(commandLine.out).containsExactly("Bailiff 1.2.3");
        commandLine.type(OPERATOR, "version", "--json");
        assertThat(commandLine.json().get("version").getAsString()).isEqualTo("1.2.3");
    }

    @Test
    void statsHaveALineForEachJail() {
        sshd.banned("192.0.2.7");

        assertThat(commandLine.type(OPERATOR, "stats")).isZero();
        assertThat(commandLine.out)
                .containsExactly(
                        "JAIL  STATE       FAILED NOW/TOTAL   BANNED NOW/TOTAL   LINES READ    MATCHED",
                        "sshd  ACTIVE      3/17               1/4                1000          17");
        commandLine.type(OPERATOR, "stats", "--json");
        assertThat(commandLine
                        .json()
                        .getAsJsonArray("jails")
                        .get(0)
                        .getAsJsonObject()
                        .get("linesRead")
                        .getAsLong())
                .isEqualTo(1000);
    }
}
