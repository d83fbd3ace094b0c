// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Problem;
import org.bailiff.api.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsCheckTest {
    @TempDir
    private Path data;

    private List<Problem> problems(String key, String value) {
        return new DecisionsCheck().check(Map.of(key, new Setting(key, value, "/etc/bailiff/bailiff.conf:9")));
    }

    @Test
    void aFileIsFine() {
        assertThat(problems("file", "/var/log/bailiff/decisions.log")).isEmpty();
        assertThat(new DecisionsCheck().check(Map.of())).isEmpty();
    }

    @Test
    void aPathThatIsNotWholeIsRefused() {
        assertThat(problems("file", "decisions.log"))
                .singleElement()
                .asString()
                .endsWith("'decisions.file' is 'decisions.log'; write its whole path, from / on");
    }

    @Test
    void whatIsNoFileIsRefused() {
        for (String file : List.of(data.toString(), "/dev/full")) {
            assertThat(problems("file", file))
                    .singleElement()
                    .asString()
                    .startsWith("/etc/bailiff/bailiff.conf:9: error: 'decisions.file' is '")
                    .endsWith("which is there and is no file; name a file");
        }
        assertThat(problems("file", " ")).singleElement().asString().contains("names no file");
        assertThat(problems("file", "a\u0000b")).singleElement().asString().contains("is no path");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path other = Files.writeString(data.resolve("overrides.conf"), "[sshd]\n");

        assertThat(problems("file", other.toString()))
                .singleElement()
                .asString()
                .contains("overrides.conf', which holds something else than decisions");
    }

    @Test
    void anUnknownKeyIsNoGuess() {
        assertThat(problems("files", "x"))
                .singleElement()
                .asString()
                .contains("'decisions.files' is no key", "did you mean decisions.file?");
    }
}
