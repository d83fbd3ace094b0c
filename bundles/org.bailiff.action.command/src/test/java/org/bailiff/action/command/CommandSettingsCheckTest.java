// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Problem.Severity;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;

class CommandSettingsCheckTest {

    private static List<Problem> check(String action) {
        Setting setting = new Setting("action", action, "/etc/bailiff/jail.local:7");
        return new CommandSettingsCheck().check(new JailConfiguration("sshd", Map.of("action", setting)));
    }

    private static Problem problem(Severity severity, String message) {
        return new Problem(severity, "/etc/bailiff/jail.local", 7, "sshd", message);
    }

    @Test
    void aRightOneIsFine() {
        assertThat(check("xt_recent\ncommand[ban=\"/bin/sh x <ip>\"]\ncommand[name=b, ban=/bin/sh]"))
                .isEmpty();
    }

    @Test
    void aWrongParameterIsAnErrorWithItsPlace() {
        assertThat(check("command[bam=/bin/sh]"))
                .containsExactly(
                        problem(Severity.ERROR, "action: command has no parameter 'bam'; did you mean 'ban'?"));
    }

    @Test
    void twoOfOneNameAreAnError() {
        assertThat(check("command[ban=/bin/sh]\ncommand[unban=/bin/sh]"))
                .containsExactly(problem(
                        Severity.ERROR,
                        "action: the jail has two actions command[name=command]; give each a name of its own"));
    }

    @Test
    void aProgramThatIsNotThereIsAWarning() {
        assertThat(check("command[ban=/no/such/program]"))
                .containsExactly(problem(
                        Severity.WARNING,
                        "action: command: there is no program /no/such/program that can be seen from here; put it there,"
                                + " and let the daemon's user run it"));
    }

    @Test
    void otherActionsAndWhatIsNotWrittenRightlyAreNoneOfItsBusiness() {
        assertThat(check("log\nxt_recent[list=a]")).isEmpty();
        assertThat(check("command[ban=x")).isEmpty();
    }
}
