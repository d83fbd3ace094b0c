// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void optionsMayStandBeforeAndBehindTheVerb() throws LaunchException {
        CommandLine commandLine = CommandLine.parse("--data", "/d", "run", "--etc=/e", "--allow-root");

        assertThat(commandLine.verb()).isEqualTo("run");
        assertThat(commandLine.arguments()).isEmpty();
        assertThat(commandLine.option("--data")).contains("/d");
        assertThat(commandLine.option("--etc")).contains("/e");
        assertThat(commandLine.option("--socket")).isEmpty();
        assertThat(commandLine.switches()).contains("--allow-root");
    }

    @Test
    void whatIsNotTheLaunchersReachesTheVerbUntouched() throws LaunchException {
        CommandLine commandLine = CommandLine.parse("ban", "sshd", "192.0.2.1", "--for", "1h", "--reason=a=b", "");

        assertThat(commandLine.arguments()).containsExactly("sshd", "192.0.2.1", "--for", "1h", "--reason=a=b", "");
    }

    @Test
    void behindTwoDashesEveryWordIsAnArgument() throws LaunchException {
        CommandLine commandLine = CommandLine.parse("ban", "sshd", "--", "--data", "--allow-root");

        assertThat(commandLine.arguments()).containsExactly("sshd", "--", "--data", "--allow-root");
        assertThat(CommandLine.parse("--", "ban", "--etc").arguments()).containsExactly("--etc");
        assertThat(commandLine.options()).isEmpty();
        assertThat(commandLine.switches()).isEmpty();
    }

    @Test
    void noWordAtAllAsksForHelp() throws LaunchException {
        assertThat(CommandLine.parse().verb()).isEqualTo("help");
        assertThat(CommandLine.parse("--help").verb()).isEqualTo("help");
        assertThat(CommandLine.parse("--version").verb()).isEqualTo("version");
    }

    @Test
    void anOptionWithoutItsPathIsRefused() {
        assertThatThrownBy(() -> CommandLine.parse("run", "--etc"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--etc needs a path");
        assertThatThrownBy(() -> CommandLine.parse("run", "--data=")).hasMessageContaining("--data needs a path");
    }

    @Test
    void anUnknownOptionBeforeTheVerbIsRefused() {
        assertThatThrownBy(() -> CommandLine.parse("--colour", "status"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("'--colour'");
    }
}
