// SPDX-License-Identifier: Apache-2.0
package org.bailiff.action.xtrecent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bailiff.api.config.JailConfiguration;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;

class RecentSettingsCheckTest {

    private static List<Problem> check(String action) {
        Setting setting = new Setting("action", action, "/etc/bailiff/jail.local:7");
        return new RecentSettingsCheck().check(new JailConfiguration("sshd", Map.of("action", setting)));
    }

    @Test
    void aWrongParameterIsAnErrorWithItsPlace() {
        assertThat(check("xt_recent[capasity=7]"))
                .containsExactly(new Problem(
                        Problem.Severity.ERROR,
                        "/etc/bailiff/jail.local",
                        7,
                        "sshd",
                        "action: xt_recent has no parameter 'capasity'; did you mean 'capacity'?"));
    }

    @Test
    void everyListOfAJailIsExamined() {
        assertThat(check("xt_recent[list=a]\nxt_recent[list=b/c]\nxt_recent[seconds=1]"))
                .hasSize(2);
    }

    @Test
    void otherActionsAreNoneOfItsBusiness() {
        assertThat(check("log\ncommand[run=\"/bin/true\"]")).isEmpty();
    }

    @Test
    void aJailWithoutAnActionIsFine() {
        assertThat(new RecentSettingsCheck().check(new JailConfiguration("sshd", Map.of())))
                .isEmpty();
    }
}
