// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.bailiff.api.command.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void partsAreSeparatedByNulAndMayBeEmpty() throws CommandException {
        Request request = parse("/home/älice\0ban\0sshd\0\0a b\0");

        assertThat(request.directory()).isEqualTo("/home/älice");
        assertThat(request.verb()).isEqualTo("ban");
        assertThat(request.arguments()).containsExactly("sshd", "", "a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/home", "/home\0", "/home\0\0", "/home\0unban\0--al", "\0"})
    void aRequestThatIsCutOffOrNamesNoVerbIsRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("The request");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThatThrownBy(() -> Request.parse(new byte[] {'/', 0, (byte) 0xff, 0}))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("UTF-8");
    }

    private static Request parse(String text) throws CommandException {
        return Request.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
