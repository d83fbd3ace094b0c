// SPDX-License-Identifier: Apache-2.0
package org.bailiff.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"time\":\"2026-11-26T12:00:00Z\",\"principal\":\"root\",\"subject\":\"\\\"event\\\":\\\"\"}\n",
                "[sshd]\nmaxretry = 3\n",
                "8f3a2b1c {\"format\":2}\n",
                "4711"
            })
    void whatHoldsSomethingElseIsNotAppendedTo(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("audit.log"), content);

        assertThat(ForeignFile.objection(file)).hasValueSatisfying(objection -> assertThat(objection)
                .startsWith("which holds something else than decisions"));
    }

    @Test
    void decisionsGoBehindDecisionsAndIntoWhatIsEmpty() throws IOException {
        String line = "{\"time\":\"2026-11-26T12:00:00Z\",\"event\":\"ban\"}\n";
        for (String content : List.of("", line, line + "{\"ti", "{\"ti\n" + line, "{\"ti")) {
            Path file = Files.writeString(folder.resolve("decisions.log"), content);

            assertThat(ForeignFile.objection(file)).as(content).isEmpty();
        }
        assertThat(ForeignFile.objection(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("absent"));

        assertThat(ForeignFile.objection(link)).contains("which is a link; name the file itself");
    }
}
