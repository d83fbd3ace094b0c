// SPDX-License-Identifier: Apache-2.0
package org.bailiff.management.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a\\nb => a|b", // a line end
                "a\\n\\nb => a||b", // two
                "\\d\\S\\[\\nb => \\d\\S\\[|b", // other escapes stay
                "a\\\\nb\\nc => a\\\\nb|c", // an escaped backslash, and then an n
                "a\\\\\\nb => a\\\\|b", // an escaped backslash, and then a line end
                "a\\nb\\ => a|b\\" // a backslash at the very end
            })
    void inATextOfOneLineOnlyTheLineEndIsAnEscape(String typed, String lines) {
        assertThat(DefinitionText.decode(typed)).isEqualTo(lines.replace('|', '\n'));
    }

    @Test
    void aTextWithLineEndsStaysAsItIs() {
        assertThat(DefinitionText.decode("a\\nb\nc")).isEqualTo("a\\nb\nc");
        assertThat(DefinitionText.decode("a\r\nb\rc")).isEqualTo("a\nb\nc");
    }

    @Test
    void base64IsUtf8WhateverBlanksTheFieldPutIn() {
        String encoded = Base64.getMimeEncoder()
                .encodeToString("[Definition]\nfailregex = ^ä <HOST>$ and so on, for more than a line\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(DefinitionText.decode("base64:" + encoded.replace("\r\n", " ")))
                .isEqualTo("[Definition]\nfailregex = ^ä <HOST>$ and so on, for more than a line\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "String", "[Definition] failregex = ^a <HOST>$", "[Definition] failregex = ^\\\\n$"})
    void aTextWithoutLineEndsIsRefusedWithASentenceThatNamesBothWays(String typed) {
        assertThatThrownBy(() -> DefinitionText.decode(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no line ends")
                .hasMessageContaining("two characters \\n")
                .hasMessageContaining("base64:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64:$$$", "base64:/w=="})
    void whatIsNoTextInBase64IsRefused(String typed) {
        assertThatThrownBy(() -> DefinitionText.decode(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base64 -w0");
    }
}
