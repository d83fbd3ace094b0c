// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bailiff.api.command.HelpText;
import org.bailiff.launcher.help.SourceHelps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPagesTest {
    private static final Edition EDITION = new Edition("2026-11-01", "1.2.3");

    @TempDir
    private Path folder;

    @Test
    void aPageHasWhatTheHelpHas() {
        HelpText help = HelpText.parse(
                "knock",
                "usage: DOOR [--hard]\nusage: --all\nsummary: knocks\nfor: viewer\nruns: daemon\ngroup: Doors\n"
                        + "\nAt doors,\nand 'gates'.\n\nOptions:\n  --hard  with a fist,\n          or two\n"
                        + "\nExamples:\n  bailiff knock front   at the front\n\nExit:\n  1  nobody is at home\n");

        assertThat(new VerbPage(EDITION).of(help).lines())
                .containsSubsequence(
                        ".TH \"BAILIFF\\-KNOCK\" 1 \"2026-11-01\" \"Bailiff 1.2.3\" \"Bailiff\"",
                        "bailiff\\-knock \\- knocks",
                        "\\fBbailiff knock\\fR DOOR [\\-\\-hard]",
                        "\\fBbailiff knock\\fR \\-\\-all",
                        "At doors, and \\(aqgates\\(aq.",
                        ".SH \"OPTIONS\"",
                        "\\fB\\-\\-hard\\fR",
                        "with a fist, or two",
                        ".SH \"EXAMPLES\"",
                        "\\fBbailiff knock front\\fR",
                        "at the front",
                        ".SH \"EXIT STATUS\"",
                        "\\fB1\\fR",
                        "nobody is at home");
    }

    @Test
    void theConfigurationsPageIsMadeOfItsComments() {
        String page = new ConfigurationPage(EDITION)
                .of(
                        "# The daemon.\n# All of it.\n\n[Definition]\n\n# How loud.\n#log.level = info\n\n# A.\n#b = 1\n#c = 2\n");

        assertThat(page.lines())
                .containsSubsequence(
                        "The daemon. All of it.",
                        "\\fBlog.level = info\\fR",
                        "How loud.",
                        "\\fBb = 1\\fR",
                        "See the next one.",
                        "\\fBc = 2\\fR",
                        "A.");
    }

    @Test
    void whatRoffTakesForItsOwnIsEscaped() {
        assertThat(Roff.text("a\\b 'c' -d ^e ~f `g \"h\""))
                .isEqualTo("a\\eb \\(aqc\\(aq \\-d \\(hae \\(tif \\(gag \\(dqh\\(dq");
    }

    @Test
    void groffFindsNothingWrongInAnyPage() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "there is no groff here");
        for (HelpText help : SourceHelps.all().values()) {
            assertFlawless(help.name(), new VerbPage(EDITION).of(help));
        }
        String overview =
                new String(Manual.class.getResourceAsStream("overview.txt").readAllBytes(), StandardCharsets.UTF_8);
        assertFlawless(
                "bailiff",
                new OverviewPage(EDITION).of(overview, SourceHelps.all().values()));
        assertFlawless(
                "bailiff.conf",
                new ConfigurationPage(EDITION).of(Files.readString(Path.of("src/main/etc/bailiff.conf"))));
    }

    private void assertFlawless(String name, String page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(name), page);
        Path complaints = folder.resolve(name + ".err");
        Process groff = new ProcessBuilder("groff", "-ww", "-man", "-Tutf8", "-z", file.toString())
                .redirectError(complaints.toFile())
                .start();

        assertThat(groff.waitFor()).as(name).isZero();
        assertThat(complaints).as(name).isEmptyFile();
    }
}
