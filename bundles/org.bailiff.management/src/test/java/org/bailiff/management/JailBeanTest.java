// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javax.management.AttributeList;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import org.bailiff.api.jail.JailState;
import org.junit.jupiter.api.Test;

class JailBeanTest {
    private final Tree tree = new Tree();

    private String call(String operation, Object... arguments) throws JMException {
        return tree.answer(Tree.SSHD, operation, arguments);
    }

    @Test
    void allAttributesThatAreReadInOneCallAreOfOneLook() throws JMException {
        String[] names = Arrays.stream(tree.server.getMBeanInfo(Tree.SSHD).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new);
        tree.sshd.looks = 0;

        AttributeList values = tree.server.getAttributes(Tree.SSHD, names);

        assertThat(values).hasSize(names.length);
        assertThat(tree.sshd.looks).isEqualTo(1);
    }

    @Test
    void theNextCallLooksAgain() throws JMException {
        assertThat(tree.get(Tree.SSHD, "State")).isEqualTo("ACTIVE");

        tree.sshd.state = JailState.PAUSED;

        assertThat(tree.get(Tree.SSHD, "State")).isEqualTo("PAUSED");
    }

    @Test
    void attributesShowHowTheFilterDoes() throws JMException {
        assertThat(tree.get(Tree.SSHD, "LinesMissedTotal")).isEqualTo(19L);
        assertThat(tree.get(Tree.SSHD, "MatchMicrosP99")).isEqualTo(20.5);
    }

    @Test
    void pausingAndResumingAreSettings() throws JMException {
        assertThat(call("pause")).contains("sshd is paused", "bans hold");
        assertThat(call("resume")).contains("sshd reads on");

        assertThat(tree.settings.calls)
                .containsExactly(
                        "set sshd paused true by alice (jmx-local)", "set sshd paused false by alice (jmx-local)");
    }

    @Test
    void simulationIsAskedForFirstAndThenSet() throws JMException {
        assertThat(call("setSimulating", true, true))
                .isEqualTo(
                        "jail sshd is ACTIVE; afterwards it decides and enforces nothing, and its bans are taken out");
        assertThat(call("setSimulating", false, true)).isEqualTo("nothing would change: jail sshd is ACTIVE");
        assertThat(tree.settings.calls).isEmpty();

        call("setSimulating", true, false);

        assertThat(tree.settings.calls).containsExactly("set sshd simulate true by alice (jmx-local)");
    }

    @Test
    void theJailsIgnoreListGrowsAndShrinksByOneEntry() throws JMException {
        assertThat(call("addIgnored", "192.0.2.77/24")).startsWith("jail sshd never bans 192.0.2.0/24");
        assertThat(tree.settings.ignored).isEqualTo("127.0.0.1/8 ::1 home.example.org 192.0.2.0/24");
        assertThat(call("addIgnored", "192.0.2.0/24")).contains("is in the jail's ignore list already");

        call("removeIgnored", "::1");

        assertThat(tree.settings.ignored).isEqualTo("127.0.0.1/8 home.example.org 192.0.2.0/24");
        assertThat(call("removeIgnored", "::1"))
                .isEqualTo(
                        "::1 is not in the jail's ignore list, which holds: 127.0.0.1/8 home.example.org 192.0.2.0/24");
    }

    @Test
    void aKeyThatNobodyTypedIsRefused() throws JMException {
        assertThat(call("unset", "String")).isEqualTo("'String' is not a key; e.g. bantime");
        assertThat(tree.settings.calls).isEmpty();
    }

    @Test
    void anExplainedLineEndsInAVerdict() throws JMException {
        assertThat(call("explainLine", "failed hunter2 192.0.2.7").lines())
                .containsExactly(
                        "sshd is ACTIVE",
                        "outcome: a failure of 192.0.2.7, by regex 2",
                        "date:    2026-11-23, by date pattern 1: %Y-%m-%d",
                        "time:    2026-11-23T12:00:00Z",
                        "text:    failed hunter2 192.0.2.7",
                        "failregex 2 matches: ^failed (?P<user>\\S+) <HOST>$; ip4=192.0.2.7, user=hunter2",
                        "1 of 2 regexes tried do not match",
                        "verdict: it bans 192.0.2.7");
    }

    @Test
    void whoIsNoAdministratorSeesOnlyTheAddressInLogText() throws JMException {
        tree.caller = Tree.OSCAR;

        String line = call("explainLine", "failed hunter2 192.0.2.7");
        String why = tree.answer(BeanNames.DAEMON, "explainBan", "192.0.2.7");
        String tried = tree.answer(Tree.SSHD_FILTER, "testLine", "failed hunter2 192.0.2.7");

        assertThat(line)
                .contains("192.0.2.7, by regex 2", "user=***", "text:    ***")
                .doesNotContain("hunter2");
        assertThat(tried).contains("192.0.2.7, by regex 2", "user=***").doesNotContain("hunter2");
        assertThat(why)
                .contains("2026-11-23T12:00:00Z, regex 2, 3 attempts: *** 192.0.2.7 ***")
                .doesNotContain("Failed password", "Invalid user");
    }

    @Test
    void oneJailIsAJsonObjectInFail2bansWords() throws JMException {
        assertThat(call("getStatusJson"))
                .startsWith("{\"name\":\"sshd\",\"state\":\"ACTIVE\"")
                .contains("\"currentlyBanned\":2");
    }
}
