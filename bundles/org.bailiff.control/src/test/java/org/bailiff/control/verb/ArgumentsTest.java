// SPDX-License-Identifier: Apache-2.0
package org.bailiff.control.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.bailiff.api.command.CommandException;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void optionsMayStandAnywhereAndWithTheirValueInOneWord() throws CommandException {
        Arguments arguments = parse("sshd", "--for", "1h", "192.0.2.7", "--reason=a=b", "--force");

        assertThat(arguments.words(2, 2)).containsExactly("sshd", "192.0.2.7");
        assertThat(arguments.value("--for")).contains("1h");
        assertThat(arguments.value("--reason")).contains("a=b");
        assertThat(arguments.has("--force")).isTrue();
    }

    @Test
    void behindTwoDashesNothingIsAnOption() throws CommandException {
        assertThat(parse("--", "--force").words(1, 1)).containsExactly("--force");
    }

    @Test
    void aValueMayBeginWithADash() throws CommandException {
        assertThat(parse("--for", "-1").value("--for")).contains("-1");
    }

    @Test
    void anUnknownOptionIsMisuse() {
        assertThatThrownBy(() -> parse("--forse"))
                .isInstanceOf(CommandException.class)
                .hasMessage("There is no option '--forse'.");
    }

    @Test
    void aMissingValueIsMisuse() {
        assertThatThrownBy(() -> parse("--for")).hasMessage("The option --for needs a value.");
    }

    @Test
    void tooManyWordsAreMisuse() {
        assertThatThrownBy(() -> Arguments.words(List.of("a", "b"), 0, 1)).hasMessage("'b' is one word too many.");
        assertThatThrownBy(() -> Arguments.words(List.of(), 1, 1)).hasMessage("Something is missing.");
    }

    private static Arguments parse(String... arguments) throws CommandException {
        return Arguments.parse(List.of(arguments), Set.of("--force"), Set.of("--for", "--reason"));
    }
}
