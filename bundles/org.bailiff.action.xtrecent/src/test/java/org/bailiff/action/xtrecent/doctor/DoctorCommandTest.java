// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bailiff.api.Caller;
import org.bailiff.api.command.CommandCall;
import org.bailiff.api.command.CommandException;
import org.bailiff.api.command.ExitCode;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {
    @TempDir
    Path folder;

    private final List<JailConfiguration> jails = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeHost host;

    @BeforeEach
    void make() throws IOException {
        host = new FakeHost(folder);
    }

    private ExitCode run(boolean json, String... arguments) throws CommandException, IOException {
        CommandCall call = new CommandCall(
                Caller.DAEMON, List.of(arguments), json, "/", new PrintWriter(out, true), new PrintWriter(err, true));
        return new DoctorCommand(() -> jails, host.installation()).run(call);
    }

    @Test
    void whereNobodyBansThereIsNothingToExamine() throws Exception {
        assertThat(run(false)).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("warning  configuration: no enabled jail bans with xt_recent");
        assertThat(err.toString()).startsWith("wrong: 0, warnings: ");
    }

    @Test
    void aMissingListIsShownWithEvidenceAndMend() throws Exception {
        jails.add(host.jail("sshd", ""));

        assertThat(run(false, "--user", "root")).isEqualTo(ExitCode.FAILED);

        assertThat(out.toString())
                .contains("wrong    list bailiff-sshd of sshd: there is no such list")
                .contains("\n         seen:    " + host.lists().resolve("bailiff-sshd") + " is missing\n")
                .contains("\n         mend:    /opt/bailiff/bin/bailiff firewall --etc ");
    }

    @Test
    void machinesGetTheSame() throws Exception {
        jails.add(host.jail("sshd", ""));

        assertThat(run(true, "--user", "root")).isEqualTo(ExitCode.FAILED);

        List<JsonObject> findings = new ArrayList<>();
        JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("findings")
                .forEach(finding -> findings.add(finding.getAsJsonObject()));
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.keySet()).containsExactly("level", "subject", "finding", "evidence", "mend"))
                .anySatisfy(finding -> {
                    assertThat(finding.get("level").getAsString()).isEqualTo("wrong");
                    assertThat(finding.get("subject").getAsString()).isEqualTo("list bailiff-sshd of sshd");
                });
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aWrongConfigurationIsOneWhateverElseIsWrong() throws Exception {
        jails.add(host.jail("sshd", ""));
        jails.add(host.jail("nginx", "secnds=1"));

        assertThat(run(false)).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(out.toString()).contains("did you mean 'seconds'?");
    }

    @Test
    void aJailWhoseFilesAreWrongIsNamed() throws Exception {
        jails.add(new JailConfiguration(
                "sshd",
                Map.of(
                        "enabled",
                        new Setting("enabled", "true", "/etc/bailiff/jail.local:2"),
                        "action",
                        new Setting("action", "log", "/etc/bailiff/jail.local:3"),
                        JailConfiguration.ERROR,
                        new Setting(JailConfiguration.ERROR, "jail.local:7: \u001b[31m?", ""))));

        assertThat(run(false)).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(out.toString()).contains("jail sshd: jail.local:7: \\x1b[31m?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--usr", "--user", "sshd", "--user=x"})
    void whatIsNotUnderstoodIsNamed(String argument) {
        assertThatThrownBy(() -> run(false, argument))
                .isInstanceOf(CommandException.class)
                .hasMessage("'" + argument + "' is not understood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x; reboot", "", "-rf", "$(id)"})
    void aUserThatIsNoNameIsRefused(String user) {
        assertThatThrownBy(() -> run(false, "--user", user))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("is not the name of a user");
    }
}
