// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.bailiff.api.command.HelpText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpVerbTest {
    private static final String HEAD = "for: viewer\nruns: daemon\ngroup: To look\nsummary: ";

    @TempDir
    private Path home;

    private HelpVerb help;

    @BeforeEach
    void ship() throws IOException {
        jar("lib", "launcher.jar", "run", HEAD + "runs it");
        jar("bundles", "control.jar", "status", HEAD + "says \"how\" it is\n\nMore.\n");
        jar("bundles", "more.jar", "stats", HEAD + "counts");
        jar("deploy", "plug-in.jar", "weather", HEAD + "of today");
        help = new HelpVerb(new HelpShelf(home));
    }

    @Test
    void verbsOfTheLauncherOfBundlesAndOfPlugInsAreKnown() throws Exception {
        assertThat(help.all(false))
                .contains("\n  run      runs it\n", "\n  status   says \"how\" it is\n", "\n  weather  of today\n");
        assertThat(help.of("status", false)).contains("usage: bailiff status\nsays \"how\" it is\n\nMore.\n");
        assertThat(help.of("nothing", false)).isEmpty();
    }

    @Test
    void forMachinesItIsJson() throws Exception {
        assertThat(help.of("status", true).orElseThrow())
                .isEqualTo("{\"verbs\": [\n  {\"name\": \"status\", \"usage\": \"\","
                        + " \"summary\": \"says \\\"how\\\" it is\", \"role\": \"viewer\", \"local\": false,"
                        + " \"details\": \"More.\\u000a\"}\n]}\n");
    }

    @Test
    void aJarThatIsNoneTakesNoHelpAway() throws Exception {
        Files.writeString(home.resolve("deploy/half.jar"), "half a jar");
        jar("deploy", "old.jar", "old", "no head");

        assertThat(help.knows("status")).isTrue();
        assertThat(help.knows("old")).isFalse();
    }

    @Test
    void aSlipNamesTheVerbThatWasMeant() throws Exception {
        assertThat(help.unknown("statu")).contains("did you mean 'status'?");
        assertThat(help.unknown("ststs")).contains("did you mean 'stats'?");
        assertThat(help.unknown("xyzzy")).isEqualTo("'xyzzy' is not a verb; 'bailiff help' lists them");
    }

    private void jar(String folder, String name, String verb, String text) throws IOException {
        Files.createDirectories(home.resolve(folder));
        try (OutputStream out = Files.newOutputStream(home.resolve(folder).resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(HelpText.FOLDER + verb + HelpText.SUFFIX));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
