// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.api.command.ExitCode;
import org.junit.jupiter.api.Test;

class VerbsTest {

    @Test
    void aSlipNamesTheVerbThatWasMeant() {
        assertThat(Verbs.unknown("statu")).contains("did you mean 'status'?");
        assertThat(Verbs.unknown("unbann")).contains("did you mean 'unban'?");
        assertThat(Verbs.unknown("relaod")).contains("did you mean 'reload'?");
    }

    @Test
    void whatIsNearNoVerbNamesNone() {
        assertThat(Verbs.unknown("xyzzy")).isEqualTo("'xyzzy' is not a verb; 'bailiff help' lists them");
    }

    @Test
    void theHelpShowsEveryVerb() {
        String help = Help.all();

        assertThat(Verbs.ALL)
                .allSatisfy(
                        verb -> assertThat(help).contains("\n  " + verb.title()).contains(" " + verb.summary() + "\n"));
    }

    @Test
    void theHelpFitsATerminal() {
        assertThat(Help.all().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(95));
    }

    @Test
    void theHelpOfSetHasAnExampleOfEachKey() {
        String help = Help.of(Verbs.find("set"));

        assertThat(List.of("bantime", "findtime", "maxretry", "ignoreip", "simulate", "enabled"))
                .allSatisfy(key -> assertThat(help).contains("\n  bailiff set sshd " + key + " "));
    }

    @Test
    void exitStatusesAreTheApis() {
        assertThat(ExitStatus.OK).isEqualTo(ExitCode.OK.number());
        assertThat(ExitStatus.FAILED).isEqualTo(ExitCode.FAILED.number());
        assertThat(ExitStatus.USAGE).isEqualTo(ExitCode.USAGE.number());
        assertThat(ExitStatus.NOT_RUNNING).isEqualTo(ExitCode.NOT_RUNNING.number());
        assertThat(ExitStatus.DENIED).isEqualTo(ExitCode.DENIED.number());
    }
}
