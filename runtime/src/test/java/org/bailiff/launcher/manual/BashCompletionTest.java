// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bailiff.launcher.help.SourceHelps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completes in a real bash, of which the daemon is a script that answers. */
class BashCompletionTest {
    private static final String DAEMON = "#!/bin/sh\n"
            + "echo \"$@\" >>\"$0.asked\"\n"
            + "case \"$*\" in\n"
            + "*stats) printf 'JAIL  STATE\\nsshd  ACTIVE\\nsshd-2  ACTIVE\\n$(touch$IFS@)  ACTIVE\\nnginx  ACTIVE\\n' ;;\n"
            + "*banned) printf 'ADDRESS  JAIL\\n192.0.2.7  sshd\\n2001:db8::7  sshd\\n2001:db8::8  nginx\\n' ;;\n"
            + "*'filter list') printf 'FILTER  REVISION\\nsshd  1\\n  refused at noon\\napache  2  x (can be rolled back)\\n' ;;\n"
            + "*'ignore list') printf 'IGNORED  SINCE\\n192.0.2.0/24  noon\\n' ;;\n"
            + "*) echo trouble >&2; exit 3 ;;\n"
            + "esac\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        Files.writeString(
                folder.resolve("completion"),
                BashCompletion.of(SourceHelps.all().values()));
        Path daemon = Files.writeString(folder.resolve("bailiff"), DAEMON.replace("$IFS@", "\\t" + "pwned"));
        assertThat(daemon.toFile().setExecutable(true)).isTrue();
        Files.createFile(folder.resolve("some.conf"));
        Files.createDirectory(folder.resolve("some.d"));
    }

    @Test
    void verbsAreCompleted() throws Exception {
        assertThat(complete("bailiff una")).isEmpty();
        assertThat(complete("bailiff un")).containsExactlyInAnyOrder("unban", "unset");
        assertThat(complete("bailiff --data /srv st")).containsExactlyInAnyOrder("stats", "status", "stop");
        assertThat(complete("bailiff help wh")).containsExactly("why");
    }

    @Test
    void optionsAreThoseOfTheVerb() throws Exception {
        assertThat(complete("bailiff ban --"))
                .containsExactlyInAnyOrder("--for", "--reason", "--force", "--json", "--help");
        assertThat(complete("bailiff firewall --host u")).containsExactly("ufw");
    }

    @Test
    void jailsAndBannedAddressesComeFromTheDaemon() throws Exception {
        assertThat(complete("bailiff status ss")).containsExactlyInAnyOrder("sshd", "sshd-2");
        assertThat(complete("bailiff unban 192")).containsExactly("192.0.2.7");
        assertThat(complete("bailiff unban sshd 192")).containsExactly("192.0.2.7");
        assertThat(complete("bailiff --data /srv/x status ng")).containsExactly("nginx");
        assertThat(Files.readString(folder.resolve("bailiff.asked"))).contains("--data /srv/x stats\n");
    }

    @Test
    void anAddressIsCompletedBehindItsColons() throws Exception {
        assertThat(complete("bailiff why 2001:db8::")).containsExactlyInAnyOrder("7", "8");
    }

    @Test
    void theNameOfAJailIsNeverRun() throws Exception {
        assertThat(complete("bailiff status ")).hasSize(4).anySatisfy(word -> assertThat(word)
                .startsWith("\\$\\("));
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void partsOfAVerbThenWhatTheyTake() throws Exception {
        assertThat(complete("bailiff filter ro")).containsExactly("rollback");
        assertThat(complete("bailiff filter rollback ")).containsExactly("apache");
        assertThat(complete("bailiff filter undeploy ")).containsExactly("apache");
        assertThat(complete("bailiff filter show ")).containsExactlyInAnyOrder("apache", "sshd");
        assertThat(complete("bailiff filter deploy sshd " + folder + "/so"))
                .containsExactlyInAnyOrder(folder + "/some.conf", folder + "/some.d");
        assertThat(complete("bailiff filter deploy sshd x y ")).isEmpty();
        assertThat(complete("bailiff set sshd max")).containsExactly("maxretry");
        assertThat(complete("bailiff set sshd simulate ")).containsExactlyInAnyOrder("yes", "no");
        assertThat(complete("bailiff set sshd maxretry ")).isEmpty();
        assertThat(complete("bailiff passwd alice op")).containsExactly("operator");
        assertThat(complete("bailiff ignore remove ")).containsExactly("192.0.2.0/24");
        assertThat(complete("bailiff check --etc " + folder + "/so")).containsExactly(folder + "/some.d");
        assertThat(complete("bailiff completion ")).containsExactly("bash");
    }

    @Test
    void withoutADaemonNothingIsSaid() throws Exception {
        Files.writeString(folder.resolve("bailiff"), "#!/bin/sh\necho trouble >&2\nexit 3\n");

        assertThat(complete("bailiff status ")).isEmpty();
    }

    /** What readline would be given, and anything that was printed to the terminal. */
    private List<String> complete(String line) throws IOException, InterruptedException {
        String script = "cd '" + folder + "'; source ./completion; COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE};"
                + " COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:'; read -ra COMP_WORDS <<<\"$COMP_LINE\";"
                + " _bailiff ./bailiff; (( ${#COMPREPLY[@]} )) && printf '%s\\n' \"${COMPREPLY[@]}\"; exit 0";
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", script)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return printed.lines().collect(Collectors.toList());
    }
}
