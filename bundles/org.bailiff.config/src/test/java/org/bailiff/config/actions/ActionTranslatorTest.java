// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bailiff.config.actions.Translation.Change;
import org.bailiff.config.actions.Translation.Remark;
import org.bailiff.dialect.DialectException;
import org.bailiff.dialect.Document;
import org.bailiff.dialect.Includes;
import org.bailiff.dialect.Origin;
import org.bailiff.dialect.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                        new Remark(
                                Change.NOT_RUN, "mail", Optional.empty(), "there is no definition of it in action.d"));
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

    private static ActionDefinition definition(String name, String... lines) {
        SourceText text = new SourceText("/etc/action.d/" + name + ".conf", String.join("\n", lines) + "\n");
        ActionKind kind = ActionDefinitions.judge(name, text.text());
        try {
            return ActionDefinition.of(kind, List.of(text), Document.read(List.of(text), Includes.NONE));
        } catch (DialectException wrong) {
            return ActionDefinition.wrong(kind, List.of(text), wrong);
        }
    }

    /** Of a jail {@code sshd} and a definition {@code tell}; every program is in /usr/bin, but for one. */
    private static Translation run(String action, String... lines) {
        ActionDefinitions definitions = new ActionDefinitions(Map.of("tell", definition("tell", lines)));
        return ActionTranslator.translate("sshd", action, definitions, program -> Optional.of(program)
                .filter(name -> !name.equals("none"))
                .map(name -> name.startsWith("/") ? name : "/usr/bin/" + name));
    }

    private static Remark notRun(int line, String why) {
        return new Remark(Change.NOT_RUN, "tell", Optional.of(new Origin("/etc/action.d/tell.conf", line)), why);
    }

    @Test
    void anOwnDefinitionIsJudgedByTheCommandsInIt() {
        ActionDefinitions definitions = new ActionDefinitions(Map.of(
                "drop", definition("drop", "[Definition]", "actionban = nft add element f2b s { <ip> }; logger x"),
                "else", definition("else", "[Definition]", "actionban = /opt/own <ip>"),
                "dark", definition("dark", "[Definition]", "actionban = /opt/own <ip> | x")));

        Translation translation = ActionTranslator.translate("sshd", "drop\nelse\ndark", definitions);

        assertThat(translation.actions()).isEqualTo("xt_recent\ncommand[name=else, ban=\"/opt/own <ip>\"]");
        assertThat(translation.remarks())
                .extracting(Remark::change, Remark::action)
                .containsExactly(
                        tuple(Change.REPLACED, "drop"),
                        tuple(Change.RUN_BESIDE, "else"),
                        tuple(Change.NOT_RUN, "dark"));
    }

    @Test
    void aDefinitionThatNeedsNoShellIsRun() {
        Translation translation = run(
                "tell[dest='x y', timeout=5]",
                "[Definition]",
                "norestored = 1",
                "actionstart = logger started <name> <actname>",
                "actioncheck = a | b",
                "actionban = logger -t %(tag)s '<ip> <failures>' <dest>",
                "            /opt/two \"<<level>>\" <bantime>",
                "actionunban = logger 'it is \"<ip>\"'",
                "tag = own-<dest>",
                "[Init]",
                "dest = nobody",
                "level = deep",
                "deep = <name>/<port>",
                "port = 22");

        assertThat(translation.remarks()).isEmpty();
        assertThat(translation.actions())
                .isEqualTo("command[name=tell, start=\"/usr/bin/logger started sshd tell\","
                        + " ban=\"/usr/bin/logger -t own-x y <ip>\\ <failures> x y\n/opt/two sshd/22 <bantime>\","
                        + " unban='/usr/bin/logger it\\ is\\ \\\"<ip>\\\"', timeout=5]");
    }

    @Test
    void whatIsRunAloneStaysAloneAndEachHasItsName() {
        Translation translation = run(
                "tell\ntell[x=1]\ntell[actname=other]", "[Definition]", "actionban = logger <ip> <x>", "[Init]", "x=0");

        assertThat(translation.actions())
                .isEqualTo("command[name=tell, ban=\"/usr/bin/logger <ip> 0\"]\n"
                        + "command[name=tell-2, ban=\"/usr/bin/logger <ip> 1\"]\n"
                        + "command[name=other, ban=\"/usr/bin/logger <ip> 0\"]");
    }

    @Test
    void whatNeedsAShellIsNamedWithItsPlaceAndTheMend() {
        Translation translation = run(
                "tell",
                "[Definition]",
                "actionban = logger <ip>",
                "actionunban = printf %%s x",
                "    | mail root",
                "actionstart = logger `uname -n`");

        assertThat(translation.actions()).isEqualTo("xt_recent");
        assertThat(translation.remarks())
                .containsExactly(
                        notRun(
                                5,
                                "actionstart: '`' is a substitution, which needs a shell, and none is ever run; put it"
                                        + " into a script, and name the script with its whole path"),
                        notRun(
                                3,
                                "actionunban: '|' is a pipe or an alternative, which needs a shell, and none is ever run;"
                                        + " put it into a script, and name the script with its whole path"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<matches>",
                "'<matches>'",
                "\"x <ipmatches>\"",
                "<ip-host>",
                "<F-USER>",
                "x=<F-ANY>",
                "<ipjailmatches>",
                "<hidden>",
            })
    void whatAnAttackerWroteNeverBecomesAnArgument(String argument) {
        Translation translation = run(
                "tell", "[Definition]", "actionban = logger " + argument, "[Init]", "hidden = <m<x>>", "x = atches");

        assertThat(translation.actions()).isEqualTo("xt_recent");
        assertThat(translation.remarks()).hasSize(1);
        assertThat(translation.remarks().get(0).why())
                .contains("is what an attacker wrote, and never becomes an argument");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none <ip> | there is no program 'none' in the usual folders; install it, or name it with its whole path",
                "logger <nothing> | the tag <nothing> has no value; give it one, in the jail as tell[nothing=...], or in [Init];"
                        + " what is known only when a command is run stands in its environment (BAILIFF_...) and its"
                        + " standard input",
                "<ip> x | '<ip>' is a program whose name is only known when it is run; write its whole path",
                "logger <loop> | its tags stand for themselves, or for far too much; simplify them",
                "logger <six> | <six> is one thing for IPv4 and another for IPv6, which only a script can tell apart, by"
                        + " BAILIFF_FAMILY; put it into one, and name the script with its whole path",
            })
    void whatElseIsWrongIsNamed(String command, String why) {
        Translation translation = run(
                "tell",
                "[Definition]",
                "actionban = " + command,
                "[Init]",
                "loop = x<loop>",
                "six = 4",
                "[Init?family=inet6]",
                "six = 6");

        assertThat(translation.remarks()).contains(notRun(2, "actionban: " + why));
    }

    @Test
    void aDefinitionThatCannotBeReadIsNamed() {
        assertThat(run("tell", "[Definition", "actionban = logger x").remarks())
                .extracting(Remark::change)
                .containsExactly(Change.NOT_RUN);
        assertThat(run("tell", "[Definition]", "actionban = logger %(nobody)s").remarks())
                .extracting(Remark::change)
                .containsExactly(Change.NOT_RUN);
        assertThat(run("tell", "# logger", "[Definition]").remarks()).containsExactly(notRun(0, "it has no command"));
    }

    @Test
    void namesThatOnlyBeginLikeKnownOnesAreNotKnown() {
        assertThat(translate("mailbox").actions()).isEqualTo("mailbox");
        assertThat(translate("pfsense").actions()).isEqualTo("pfsense");
    }
}
