// SPDX-License-Identifier: Apache-2.0
package org.bailiff.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.bailiff.launcher.LaunchException;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void linesGoWhereTheirFirstCharacterSays() throws IOException, LaunchException {
        int exitCode = print("oone\no\neoh\notwo\nx4\n");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one\n\ntwo\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("oh\n");
        assertThat(exitCode).isEqualTo(4);
    }

    @Test
    void anAnswerWithoutAnEndIsAFailure() {
        assertThatThrownBy(() -> print("oone\n"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void anotherProgramsAnswerIsRefused() {
        assertThatThrownBy(() -> print("HTTP/1.1 400 Bad Request\n")).hasMessageContaining("not a bailiff");
        assertThatThrownBy(() -> print("xyz\n")).hasMessageContaining("not a bailiff");
    }

    private int print(String answer) throws IOException, LaunchException {
        return new Answer(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        line -> line)
                .print(new BufferedReader(new StringReader(answer)));
    }
}
