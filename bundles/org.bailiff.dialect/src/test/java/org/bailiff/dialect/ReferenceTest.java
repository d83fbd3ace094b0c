// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|{}",
                "  a |{}",
                "a[]|{}",
                "a[x=1]|{x=1}",
                "a[ x = 1 , y = 2 ]|{x=1, y=2}",
                "a[x=1,\\n  y=2]|{x=1, y=2}",
                "a[x=\"1,2]\", y='3\"']|{x=1,2], y=3\"}",
                "a[x=, y=\"\"]|{x=, y=}",
                "a[x=p=q]|{x=p=q}",
                "a[x=two words]|{x=two words}",
                "a[x=1][y=2]|{x=1, y=2}",
                "a[x=1][x=2]|{x=2}",
            })
    void aNameHasParameters(String written, String parameters) {
        Reference reference = Reference.parse(written.replace("\\n", "\n"));

        assertThat(reference.name()).isEqualTo("a");
        assertThat(reference.parameters()).hasToString(parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b[x=1]\n c[y=\"2 3\"]", "a, b[x=1], c[y='2 3']", "\na\nb[x=1]\n\nc[y=2 3]\n"})
    void severalFollowOneAnother(String written) {
        assertThat(Reference.parseAll(written))
                .containsExactly(
                        new Reference("a", Map.of()),
                        new Reference("b", Map.of("x", "1")),
                        new Reference("c", Map.of("y", "2 3")));
    }

    @Test
    void anEmptyTextRefersToNothing() {
        assertThat(Reference.parseAll(" \n ")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b|'a b' is not one name with parameters; e.g. sshd[mode=normal]",
                "[x=1]|a name is missing before '[' in '[x=1]'",
                "a[x=1|']' is missing behind the parameters of 'a'",
                "a[|']' is missing behind the parameters of 'a'",
                "a[x]|the parameters of 'a' are written [key=value, ...]; 'x' has no value or no key",
                "a[=1]|the parameters of 'a' are written [key=value, ...]; '' has no value or no key",
                "a[x] b[y=1]|the parameters of 'a' are written [key=value, ...]; 'x' has no value or no key",
                "a[x=\"1]|the closing \" of 'x' of 'a' is missing",
                "a[x=\"1\"2]|',' or ']' is missing behind the closing \" of 'x' of 'a'",
                "a[x=[1]]|a name is missing before ']' in 'a[x=[1]]'",
            })
    void whatIsWrittenOtherwiseIsRefusedWithTheReason(String written, String sentence) {
        assertThatThrownBy(() -> Reference.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
