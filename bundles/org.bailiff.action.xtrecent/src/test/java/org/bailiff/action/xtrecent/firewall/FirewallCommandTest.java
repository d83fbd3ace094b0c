// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
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
        jail(name, enabled, action, Map.of());
    }

    private void jail(String name, String enabled, String action, Map<String, String> others) {
        Map<String, Setting> settings = new HashMap<>();
        others.forEach((key, value) -> settings.put(key, new Setting(key, value, "/etc/bailiff/jail.local:4")));
        settings.put("enabled", new Setting("enabled", enabled, "/etc/bailiff/jail.local:2"));
        if (action != null) {
            settings.put("action", new Setting("action", action, "/etc/bailiff/jail.local:3"));
        }
        jails.add(new JailConfiguration(name, settings));
    }

    private ExitCode run(String... arguments) throws CommandException {
        return run(false, arguments);
    }

    private ExitCode run(boolean json, String... arguments) throws CommandException {
        CommandCall call = new CommandCall(
                Caller.DAEMON, List.of(arguments), json, "/", new PrintWriter(out, true), new PrintWriter(err, true));
        return new FirewallCommand(() -> jails).run(call);
    }

    @Test
    void aJailWithoutAnActionGetsTheDefaultList() throws CommandException {
        jail("sshd", "true", null);

        assertThat(run("--user", "alice")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("user='alice'")
                .contains("action=${1-apply}\n")
                .contains("chains='INPUT' ")
                .contains("log=no ")
                .contains("capacity=100 ")
                .contains("    # sshd\n"
                        + "    \"$@\" 'bailiff-sshd' '/proc/self/net/xt_recent/bailiff-sshd' 3600 46 '' '' ''\n}\n")
                .doesNotContainPattern("@[A-Z_]+@");
    }

    @Test
    void inJsonTheScriptIsAText() throws CommandException {
        jail("sshd", "true", null);

        run(true, "--user", "alice");

        assertThat(JsonParser.parseString(out.toString())
                        .getAsJsonObject()
                        .get("script")
                        .getAsString())
                .contains("user='alice'")
                .endsWith("\n");
    }

    @Test
    void theInverseIsTheSameScriptThatTakesBackUnlessToldOtherwise() throws CommandException {
        jail("sshd", "true", "xt_recent[seconds=600]");

        run("--remove");

        assertThat(out.toString())
                .contains("action=${1-remove}\n")
                .contains("'bailiff-sshd' '/proc/self/net/xt_recent/bailiff-sshd' 600 46 '' '' ''\n");
    }

    @Test
    void aJailThatSpreadsItsBansAndBansNetworksGetsARuleForEachListOfItsFamilies() throws CommandException {
        jail("sshd", "true", "xt_recent[lists=2]", Map.of("networkbans", "yes"));

        run("--user", "bailiff");

        assertThat(out.toString())
                .contains(
                        "'bailiff-sshd-1' '/proc/self/net/xt_recent/bailiff-sshd-1' 3600 46 '' '0.0.0.0/0.0.0.1' '::/0:0:1::'\n")
                .contains(
                        "'bailiff-sshd-2' '/proc/self/net/xt_recent/bailiff-sshd-2' 3600 46 '' '0.0.0.1/0.0.0.1' '0:0:1::/0:0:1::'\n")
                .contains(
                        "'bailiff-sshd-net4' '/proc/self/net/xt_recent/bailiff-sshd-net4' 3600 4 '255.255.255.0' '' ''\n")
                .contains("'bailiff-sshd-net6' '/proc/self/net/xt_recent/bailiff-sshd-net6' 3600 6"
                        + " 'ffff:ffff:ffff:ffff::' '' ''\n");
    }

    @Test
    void portsLimitTheRuleOnlyIfAskedFor() throws CommandException {
        jail("web", "true", null, Map.of("port", "http,https", "protocol", "tcp,udp"));

        run("--user", "bailiff");
        assertThat(out.toString()).doesNotContain("http,https");

        run("--user", "bailiff", "--ports");
        assertThat(out.toString()).contains(" 46 '' '' '' tcp 'http,https' udp 'http,https'\n");
    }

    @Test
    void aSharedListCoversThePortsOfAllItsJails() throws CommandException {
        jail("sshd", "true", "xt_recent[list=all]", Map.of("port", "ssh"));
        jail("web", "true", "xt_recent[list=all]", Map.of("port", "http,https"));

        run("--user", "bailiff", "--ports");

        assertThat(out.toString()).contains(" 46 '' '' '' tcp 'ssh,http,https'\n");
    }

    @Test
    void portsThatCannotBeUnderstoodAreNamedAndTheRuleCoversAll() throws CommandException {
        jail("sshd", "true", null, Map.of("port", "$(reboot)"));

        assertThat(run("--user", "bailiff", "--ports")).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(err.toString())
                .isEqualTo("jail sshd: '$(reboot)' is no port; ports are names, numbers and ranges, e.g."
                        + " ssh,8080,6000:6010; its rule covers all ports\n");
        assertThat(out.toString()).doesNotContain("reboot").contains(" 46 '' '' ''\n");
    }

    @Test
    void theOptionsAreSettingsOfTheScript() throws CommandException {
        jail("sshd", "true", null);

        run("--user", "x", "--docker", "--log", "--host", "firewalld", "--backend", "legacy");

        assertThat(out.toString())
                .contains("chains='INPUT DOCKER-USER' ")
                .contains("log=yes ")
                .contains("host=firewalld ")
                .contains("iptables=${IPTABLES:-iptables-legacy}\n")
                .contains("ip6tables=${IP6TABLES:-ip6tables-legacy}\n");
    }

    @Test
    void aHostileNameOfAJailStaysAComment() throws CommandException {
        jail("x\nreboot", "true", "xt_recent[list=all]");

        run("--user", "bailiff");

        assertThat(out.toString()).doesNotContain("\nreboot").contains("reboot\n    \"$@\" 'all' ");
    }

    @Test
    void whatIsConfiguredIsNotTakenForAPlaceToBeFilledIn() throws CommandException {
        jail("@CHAINS@", "true", "xt_recent[list=all, root=\"/@LISTS@/@USER@\"]");

        run("--user", "bailiff");

        assertThat(out.toString()).contains("# @CHAINS@\n    \"$@\" 'all' '/@LISTS@/@USER@/all' ");
    }

    @Test
    void whatIsPrintedIsAScriptForAPosixShell() throws Exception {
        jail("sshd", "true", "xt_recent[root=\"/a'b $(c)\", capacity=1000]");

        run("--user", "x");

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

        assertThat(out.toString()).contains("# sshd, nginx\n").containsOnlyOnce("xt_recent/all'");
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

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "on", "1", "Yes"})
    void aJailIsEnabledInEveryWordThatTheFilesHaveForIt(String enabled) throws CommandException {
        jail("sshd", enabled, null);

        assertThat(run()).isEqualTo(ExitCode.OK);
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
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> run("--aply"))
                .isInstanceOf(CommandException.class)
                .hasMessage("'--aply' is not understood")
                .hasFieldOrPropertyWithValue("exitCode", ExitCode.USAGE);
    }
}
