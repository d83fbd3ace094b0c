// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bailiff.config.actions.Translation.Change;
import org.bailiff.config.actions.Translation.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTranslatorTest {

    private static Translation translate(String action) {
        return ActionTranslator.translate("sshd", action, ActionDefinitions.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iptables-multiport | xt_recent",
                "iptables[type=multiport, name=sshd] | xt_recent",
                "nftables[name=ssh, port=22] | xt_recent[list=bailiff-ssh]",
                "ufw[name=\"my list/1\"] | xt_recent[list=bailiff-my-list-1]",
                "iptables-allports[name=a][name=b] | xt_recent[list=bailiff-b]",
                "iptables-xt_recent-echo | xt_recent[list=f2b-sshd, list6=f2b-sshd6]",
                "iptables-xt_recent-echo[name=ssh] | xt_recent[list=f2b-ssh, list6=f2b-ssh6]",
                "sendmail-whois[dest=root] | xt_recent",
                "log sendmail | log",
                "iptables-allports[blocktype=RETURN] | log",
                "xt_recent[list=mine, seconds=60] | xt_recent[list=mine, seconds=60]",
                "my_plugin[x=\"a, b\"] | my_plugin[x=\"a, b\"]",
            })
    void eachActionHasItsPlace(String written, String actions) {
        assertThat(translate(written).actions()).isEqualTo(actions);
    }

    @Test
    void severalThatMeanTheSameListAreOne() {
        Translation translation = translate("iptables-multiport[protocol=tcp]\niptables-multiport[protocol=udp]\n"
                + "firewallcmd-new\nmail[logpath=\"/a\n/b\"]\nplugin[x=1]");

        assertThat(translation.actions()).isEqualTo("xt_recent\nplugin[x=\"1\"]");
        assertThat(translation.remarks())
                .containsExactly(
                        new Remark(Change.REPLACED, "iptables-multiport"),
                        new Remark(Change.REPLACED, "firewallcmd-new"),
                        new Remark(Change.NOT_RUN, "mail"));
    }

    @Test
    void whoIsToBeLetInIsNotKeptOut() {
        assertThat(translate("iptables-multiport[blocktype=RETURN, returntype=DROP]")
                        .remarks())
                .containsExactly(new Remark(Change.LETS_IN, "iptables-multiport"));
    }

    @Test
    void aJailThatIsToDoNothingOnlyLogs() {
        Translation translation = translate(" ");

        assertThat(translation.actions()).isEqualTo("log");
        assertThat(translation.remarks()).containsExactly(new Remark(Change.NO_ACTION, ""));
    }

    @Test
    void whatIsNotWrittenRightlyStaysForOthersToComplain() {
        assertThat(translate("iptables[name=x").actions()).isEqualTo("iptables[name=x");
    }

    @Test
    void anOwnDefinitionIsJudgedByTheCommandsInIt() {
        ActionDefinitions definitions = new ActionDefinitions(Map.of(
                "tell", ActionDefinitions.judge("[Definition]\nactionban = curl -s https://example.org/<ip>\n"),
                "drop", ActionDefinitions.judge("[Definition]\nactionban = nft add element f2b s { <ip> }; logger x\n"),
                "else", ActionDefinitions.judge("[Definition]\nactionban = /opt/own <ip>\n")));

        assertThat(ActionTranslator.translate("sshd", "tell\ndrop\nelse", definitions)
                        .remarks())
                .containsExactly(
                        new Remark(Change.NOT_RUN, "tell"),
                        new Remark(Change.REPLACED, "drop"),
                        new Remark(Change.REPLACED, "else"));
    }

    @Test
    void namesThatOnlyBeginLikeKnownOnesAreNotKnown() {
        assertThat(translate("mailbox").actions()).isEqualTo("mailbox");
        assertThat(translate("pfsense").actions()).isEqualTo("pfsense");
    }
}
