// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Caller;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallCommandTest {
    private final List<JailConfiguration> jails = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void jail(String name, String enabled, String action) {
        Map<String, Setting> settings = new HashMap<>();
        settings.put("enabled", new Setting("enabled", enabled, "/etc/bailiff/jail.local:2"));
        if (action != null) {
            settings.put("action", new Setting("action", action, "/etc/bailiff/jail.local:3"));
        }
        jails.add(new JailConfiguration(name, settings));
    }

    private ExitCode run(String... arguments) throws CommandException {
        CommandCall call = new CommandCall(
                Caller.DAEMON, List.of(arguments), false, "/", new PrintWriter(out, true), new PrintWriter(err, true));
        return new FirewallCommand(() -> jails).run(call);
    }

    @Test
    void aJailWithoutAnActionGetsTheDefaultList() throws CommandException {
        jail("sshd", "true", null);

        assertThat(run("--user", "alice")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("user='alice'")
                .contains("drop \"$iptables\" 'bailiff-sshd' 3600\n")
                .contains("drop \"$ip6tables\" 'bailiff-sshd' 3600\n")
                .contains("hand_over '/proc/self/net/xt_recent/bailiff-sshd'\n")
                .contains("wanted=100\n")
                .doesNotContainPattern("@[A-Z_]+@");
    }

    @Test
    void theInverseNamesTheSameRules() throws CommandException {
        jail("sshd", "true", "xt_recent[seconds=600]");

        run("--remove");

        assertThat(out.toString())
                .contains("remove \"$iptables\" 'bailiff-sshd' 600\n")
                .contains("remove \"$ip6tables\" 'bailiff-sshd' 600\n")
                .doesNotContainPattern("@[A-Z_]+@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--user=x", "--remove"})
    void whatIsPrintedIsAScriptForAPosixShell(String option) throws Exception {
        jail("sshd", "true", "xt_recent[root=\"/a'b $(c)\", capacity=1000]");

        run(option.equals("--remove") ? new String[] {option} : new String[] {"--user", "x"});

        Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
        try (OutputStream input = shell.getOutputStream()) {
            input.write(out.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void aSharedListIsPrintedOnce() throws CommandException {
        jail("sshd", "true", "xt_recent[list=all]");
        jail("nginx", "true", "xt_recent[list=all]");

        run("--user", "bailiff");

        assertThat(out.toString()).contains("# sshd, nginx\n").containsOnlyOnce("hand_over '/proc");
    }

    @Test
    void jailsThatDisagreeAboutAListAreNamed() throws CommandException {
        jail("sshd", "true", "xt_recent[list=all]");
        jail("nginx", "true", "xt_recent[list=all, seconds=60]");

        assertThat(run("--user", "bailiff")).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(err.toString()).contains("jail nginx: jail sshd uses the list all with other seconds");
    }

    @Test
    void aWrongJailIsNamedWithItsPlaceAndStopsNoOther() throws CommandException {
        jail("nginx", "true", "xt_recent[secnds=60]");
        jail("sshd", "true", "xt_recent");

        assertThat(run("--user", "bailiff")).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(err.toString())
                .isEqualTo("jail nginx: /etc/bailiff/jail.local:3: error: action: xt_recent has no parameter 'secnds';"
                        + " did you mean 'seconds'?\n");
        assertThat(out.toString()).contains("bailiff-sshd");
    }

    @Test
    void disabledJailsAndOtherActionsNeedNothing() {
        jail("nginx", "false", "xt_recent");
        jail("sshd", "true", "log");

        assertThatThrownBy(() -> run())
                .isInstanceOf(CommandException.class)
                .hasMessage("no enabled jail bans with xt_recent: there is nothing for root to do");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x; reboot", "", "-rf", "$(id)"})
    void aUserThatIsNoNameIsRefused(String user) throws IOException {
        jail("sshd", "true", null);

        assertThatThrownBy(() -> run("--user", user))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("is not the name of a user");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() {
        assertThatThrownBy(() -> run("--aply"))
                .isInstanceOf(CommandException.class)
                .hasMessage("'--aply' is not understood; bailiff firewall [--user USER] [--remove]");
    }
}
