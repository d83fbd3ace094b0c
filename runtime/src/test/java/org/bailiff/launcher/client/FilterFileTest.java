// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterFileTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("sshd.conf"), "[Definition]\n").toString();
    }

    @Test
    void theTextIsSentInThePlaceOfTheName() throws Exception {
        assertThat(sent("deploy", "sshd", file, "--dry-run"))
                .containsExactly("deploy", "sshd", "--dry-run", "--text", "[Definition]\n");
        assertThat(sent("validate", "--json", file))
                .containsExactly("validate", "sshd", "--json", "--text", "[Definition]\n");
        assertThat(sent("deploy", "sshd", "-")).containsExactly("deploy", "sshd", "--text", "typed");
    }

    @Test
    void whatNamesNoFileIsSentAsItIs() throws Exception {
        assertThat(sent()).isEmpty();
        assertThat(sent("show", "sshd")).containsExactly("show", "sshd");
        assertThat(sent("deploy", "sshd")).containsExactly("deploy", "sshd");
        assertThat(sent("rollback", "sshd", "--dry-run")).containsExactly("rollback", "sshd", "--dry-run");
    }

    @Test
    void whatCannotBeReadOrIsNoTextIsRefused() throws Exception {
        assertThatThrownBy(() -> sent("deploy", "sshd", folder + "/absent"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("cannot read ");
        Files.write(folder.resolve("sshd.conf"), new byte[] {'a', 0, 'b'});
        assertThatThrownBy(() -> sent("deploy", "sshd", file)).hasMessageContaining("is no text");
        assertThatThrownBy(() -> sent("validate", "-")).hasMessageContaining("say the filter's name too");
    }

    @Test
    void whatIsTooLongIsRefusedWithItsLength() throws Exception {
        String longest = "\u20ac".repeat(256 * 1024);
        Files.writeString(Path.of(file), longest);
        assertThat(sent("deploy", "sshd", file)).contains(longest);

        Files.writeString(Path.of(file), "x".repeat(256 * 1024 + 1));
        assertThatThrownBy(() -> sent("deploy", "sshd", file))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("at most 262144 characters, this 262145");
    }

    @Test
    void whatNeverEndsIsNotReadToItsEnd() {
        assertThatThrownBy(() -> sent("deploy", "sshd", "/dev/zero"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("this 786433 or more");
    }

    private static List<String> sent(String... arguments) throws LaunchException {
        InputStream in = new ByteArrayInputStream("typed".getBytes(StandardCharsets.UTF_8));
        return FilterFile.sent(List.of(arguments), in);
    }
}
