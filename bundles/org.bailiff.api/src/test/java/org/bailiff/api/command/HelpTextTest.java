// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.bailiff.api.Role;
import org.junit.jupiter.api.Test;

class HelpTextTest {
    private static final String HEAD = "summary: lets in again\nfor: operator\nruns: daemon\ngroup: To change\n";

    @Test
    void theHeadDescribesTheVerbAndWhatFollowsIsItsDetails() {
        HelpText help =
                HelpText.parse("unban", "usage: ADDRESS\nusage: --all\n" + HEAD + "rank: 7\n\nMore.\n\nExit:\n");

        assertThat(help)
                .isEqualTo(new HelpText(
                        "unban",
                        List.of("ADDRESS", "--all"),
                        "lets in again",
                        Role.OPERATOR,
                        HelpText.Place.DAEMON,
                        "To change",
                        7,
                        "More.\n\nExit:\n"));
        assertThat(help.description().usage()).isEqualTo("ADDRESS | --all");
    }

    @Test
    void theHelpShowsEachFormOfTheArgumentsInALineOfItsOwn() {
        HelpText help = HelpText.parse("unban", "usage: [JAIL] ADDRESS|NETWORK\nusage: --all\n" + HEAD + "\nMore.\n");

        assertThat(help.description().help())
                .isEqualTo("usage: bailiff unban [JAIL] ADDRESS|NETWORK\n       bailiff unban --all\n"
                        + "lets in again\n\nMore.\n");
    }

    @Test
    void aVerbWithoutArgumentsAndWithoutDetailsIsTwoLines() {
        assertThat(HelpText.parse("ping", HEAD).description().help()).isEqualTo("usage: bailiff ping\nlets in again\n");
    }

    @Test
    void theHelpSaysWhatIsForAdministratorsUnlessItIsTheCallersOwnProcess() {
        String head = HEAD.replace("operator", "administrator");

        assertThat(HelpText.parse("set", head).description().help()).contains("again (for administrators)\n");
        assertThat(HelpText.parse("demo", head.replace("daemon", "alone"))
                        .description()
                        .help())
                .contains("again\n");
    }

    @Test
    void whatIsWrongInTheHeadIsNamed() {
        assertWrong(HEAD.replace("summary", "sumary"), "the help of 'x': 'sumary: lets in again' is none of [for,");
        assertWrong(HEAD.replace("operator", "all"), "'for: all' should be one of [viewer, operator, administrator]");
        assertWrong(HEAD.replace("runs: daemon\n", ""), "it needs one line 'runs: ...', and has 0");
        assertWrong(HEAD + HEAD, "it needs one line 'summary: ...', and has 2");
        assertWrong(HEAD + "rank: first\n", "'rank: first' should be a number");
    }

    @Test
    void aVerbWithoutAHelpIsToldWhereItBelongs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandDescription.of(HelpTextTest.class, "nothing"))
                .withMessage("there is no OSGI-INF/bailiff/help/nothing.txt beside " + HelpTextTest.class.getName()
                        + "; it has to describe the verb");
    }

    private static void assertWrong(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HelpText.parse("x", text))
                .withMessageContaining(message);
    }
}
