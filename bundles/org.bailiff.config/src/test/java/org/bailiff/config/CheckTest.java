// SPDX-License-Identifier: Apache-2.0
package org.bailiff.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.api.config.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private final FakeNeighbours neighbours = new FakeNeighbours();
    private Tree etc;

    @BeforeEach
    void makeTree(@TempDir Path folder) {
        etc = new Tree(folder);
    }

    /** The problems with the folder left out of their places. */
    private List<String> problems() {
        return new Check(neighbours, false)
                .of(etc.path()).stream()
                        .map(Problem::toString)
                        .map(text -> text.replace(etc.path() + "/", ""))
                        .toList();
    }

    @Test
    void aRightTreeHasNoProblem() throws IOException {
        etc.file("bailiff.conf", "[Definition]", "deploy.writable = no")
                .file(
                        "jail.conf",
                        "[DEFAULT]",
                        "bantime = 10m",
                        "[sshd]",
                        "enabled = true",
                        "filter = sshd[mode=normal]");

        assertThat(problems()).isEmpty();
    }

    @Test
    void aFilterThatAPlugInMayBringIsMissedWithAWarning(@TempDir Path deploy) throws IOException {
        etc.file("jail.conf", "[web]", "enabled = true", "filter = turnstile");

        assertThat(problems()).singleElement().asString().startsWith("jail.conf:3: error: [web]: there is no filter");
        assertThat(new Check(neighbours, true).of(etc.path()))
                .singleElement()
                .asString()
                .contains(
                        "jail.conf:3: warning: [web]: there is no filter 'turnstile'; a plug-in in deploy/ may bring it");
        assertThat(PlugInFolder.holdsJars(deploy)).isFalse();
        assertThat(PlugInFolder.holdsJars(deploy.resolve("absent"))).isFalse();
        Files.createFile(deploy.resolve("turnstile.jar"));
        assertThat(PlugInFolder.holdsJars(deploy)).isTrue();
    }

    @Test
    void anEmptyTreeIsAWarning() {
        assertThat(problems())
                .containsExactly(etc.path() + ": warning: no jail is configured; write one into jail.local");
    }

    @Test
    void aKeyThatNobodyReadsIsAWarningWithTheNearestOne() throws IOException {
        etc.file("jail.conf", "[DEFAULT]", "maxretri = 5", "[sshd]", "logpaht = /x", "zebra = 1");

        assertThat(problems())
                .containsExactly(
                        "jail.conf:2: warning: 'maxretri' is read by nobody; did you mean maxretry?",
                        "jail.conf:4: warning: 'logpaht' is read by nobody; did you mean logpath?",
                        "jail.conf:5: warning: 'zebra' is read by nobody; remove it");
    }

    @Test
    void aKeyThatOtherValuesUseIsRead() throws IOException {
        etc.file(
                "jail.conf", "[DEFAULT]", "folder = /x", "unused =", "port = 22", "[sshd]", "logpath = %(folder)s/log");

        assertThat(problems()).isEmpty();
    }

    @Test
    void aKeyOfFail2banWithoutEffectIsAWarningUntilSomebodyReadsIt() throws IOException {
        etc.file(
                "jail.conf",
                "[sshd]",
                "enabled = true",
                "logencoding = utf-8",
                "ignoreself = no",
                "[web]",
                "logencoding = utf-8");

        assertThat(problems())
                .containsExactly(
                        "jail.conf:3: warning: 'logencoding' has no effect: lines are read as UTF-8, and as Latin-1 where they are"
                                + " not");

        neighbours.keys.add("logencoding");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anEnabledJailWithoutItsFilterIsAnError() throws IOException {
        etc.file("jail.conf", "[sshd]", "enabled = true", "filter = shd", "[mail]", "enabled = true", "[off]");

        assertThat(problems())
                .containsExactly(
                        "error: [mail]: there is no filter 'mail'; put it into filter.d as mail.conf",
                        "jail.conf:3: error: [sshd]: there is no filter 'shd'; did you mean sshd?");
    }

    @Test
    void aJailMayBringItsPatternsItselfAndNameNoFilter() throws IOException {
        etc.file("jail.conf", "[mine]", "enabled = true", "filter =", "failregex = ^no <ADDR>$");
        neighbours.keys.add("failregex");

        assertThat(problems()).isEmpty();
    }

    @Test
    void whatBecomesOfAnActionIsToldOnceForAllJails() throws IOException {
        etc.file(
                "jail.conf",
                "[DEFAULT]",
                "enabled = true",
                "filter = sshd",
                "action = iptables-multiport[name=x]",
                "  sendmail-whois[dest=\"root\"]",
                "[a]",
                "[b]",
                "[off]",
                "enabled = false",
                "[own]",
                "action = xt_recent");

        assertThat(problems())
                .containsExactly(
                        "jail.conf:4: warning: action: 'iptables-multiport' needs root and is not run; xt_recent bans in"
                                + " its place, in a, b; 'bailiff firewall' prints what root must do once",
                        "jail.conf:4: warning: action: 'sendmail-whois' is not run, and addresses are banned without it, in"
                                + " a, b: there is no definition of it in action.d");
    }

    @Test
    void aDefinitionThatNeedsAShellIsNamedWhereItStands() throws IOException {
        etc.file("jail.conf", "[sshd]", "enabled = true", "filter = sshd", "action = tell")
                .file("action.d/common.conf", "[Init]", "mailer = mail root")
                .file(
                        "action.d/tell.conf",
                        "[INCLUDES]",
                        "before = common.conf",
                        "[Definition]",
                        "actionban = logger <ip> | <mailer>");

        assertThat(problems())
                .containsExactly(
                        "action.d/tell.conf:4: warning: action: 'tell' is not run, and addresses are banned without"
                                + " it, in sshd: actionban: '|' is a pipe or an alternative, which needs a shell, and none is ever"
                                + " run; put it into a script, and name the script with its whole path");
    }

    @Test
    void aDefinitionThatIsNotRunForWhatItSaysIsNotSaidToNeedRoot() throws IOException {
        etc.file("jail.conf", "[sshd]", "enabled = true", "filter = sshd", "action = mytell")
                .file("action.d/mytell.conf", "[Definition]", "actionban = /opt/own <ip> <F-USER>");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "action.d/mytell.conf:2: warning: action: 'mytell' is not run, and addresses are banned without"
                                + " it, in sshd: actionban: ")
                .doesNotContain("root");
    }

    @Test
    void onlyEnabledJailsAreExaminedByOthers() throws IOException {
        etc.file("jail.conf", "[sshd]", "enabled = true", "[web]", "enabled = no", "[bad]", "enabled = perhaps");

        problems();

        assertThat(neighbours.examined).containsExactly("bad", "sshd");
    }

    @Test
    void aJailWhoseValuesCannotBeResolvedIsNotExaminedFurther() throws IOException {
        etc.file("jail.conf", "[sshd]", "enabled = true", "logpath = %(none)s");

        assertThat(problems()).hasSize(1);
        assertThat(neighbours.examined).isEmpty();
    }

    @Test
    void aMistakeInADisabledJailIsOnlyAWarning() throws IOException {
        etc.file("jail.conf", "[web]", "logpath = %(none)s");

        assertThat(problems())
                .containsExactly("jail.conf:2: warning: 'logpath' refers to %(none)s, but [web] has no 'none'; set it"
                        + " there or in [DEFAULT]");
    }

    @Test
    void everythingUnknownInBailiffConfIsAnError() throws IOException {
        etc.file("jail.conf", "[web]")
                .file(
                        "bailiff.conf",
                        "[DEFAULT]",
                        "x = 1",
                        "[Definition]",
                        "deploy.writable = perhaps",
                        "colour = blue",
                        "[Other]",
                        "y = 1");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "bailiff.conf:2: error: 'x' belongs into [Definition], not [DEFAULT]",
                        "bailiff.conf:4: error: 'deploy.writable' is 'perhaps'; it can be yes or no",
                        "bailiff.conf:5: error: 'colour' is no key of this file; remove it",
                        "bailiff.conf:7: error: 'y' belongs into [Definition], not [Other]");
    }

    @Test
    void fail2bansOwnConstantsCanBeInterpolated() throws IOException {
        etc.file("jail.conf", "[sshd]", "logpath = %(fail2ban_confpath)s/x");

        assertThat(problems()).isEmpty();
    }

    @Test
    void jsonEscapesWhatItMust() {
        Problem problem = new Problem(Problem.Severity.WARNING, "a\"b\\c", 7, "", "x\ny");

        assertThat(ProblemJson.array(List.of(problem)))
                .isEqualTo("[{\"severity\": \"warning\", \"file\": \"a\\\"b\\\\c\", \"line\": 7, \"jail\": \"\","
                        + " \"message\": \"x\\u000ay\"}]");
        assertThat(ProblemJson.array(List.of())).isEqualTo("[]");
    }
}
