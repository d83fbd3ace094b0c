// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bailiff.api.command.HelpText;
import org.junit.jupiter.api.Test;

/** What is true of the help of every verb that is shipped. */
class ShippedHelpsTest {
    private static final int TERMINAL = 100;
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    private final Map<String, HelpText> helps;

    ShippedHelpsTest() throws IOException {
        helps = SourceHelps.all();
    }

    @Test
    void thereAreHelpsOfBundlesAndOfTheLauncher() {
        assertThat(helps).containsKeys("run", "top", "status", "check", "firewall", "test", "replay", "demo", "filter");
    }

    @Test
    void eachFitsATerminal() {
        assertThat(helps.values()).allSatisfy(help -> assertThat(help.details().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(TERMINAL + 7)));
    }

    @Test
    void aSummaryIsAShortPhraseWithoutAFullStop() {
        assertThat(helps.values())
                .allSatisfy(help ->
                        assertThat(help.summary()).hasSizeLessThanOrEqualTo(65).matches("[^A-Z].*[^.]"));
    }

    @Test
    void eachOptionOfAUsageIsExplained() {
        assertThat(helps.values()).allSatisfy(help -> {
            Matcher options = OPTION.matcher(String.join(" ", help.usages()));
            while (options.find()) {
                assertThat(help.details()).as(help.name()).contains(options.group());
            }
        });
    }

    @Test
    void theHelpOfSetHasAnExampleOfEachKey() {
        assertThat(List.of("bantime", "findtime", "maxretry", "ignoreip", "simulate", "enabled", "paused"))
                .allSatisfy(
                        key -> assertThat(helps.get("set").details()).contains("\n  bailiff set sshd " + key + " "));
    }

    @Test
    void theOverviewShowsEachVerbOnceAndFitsATerminal() {
        String overview = Overview.of(helps.values());

        assertThat(helps.values()).allSatisfy(help -> assertThat(overview)
                .containsOnlyOnce("\n  " + help.name() + " ")
                .contains(" " + help.summary() + "\n"));
        assertThat(overview.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(95));
    }
}
