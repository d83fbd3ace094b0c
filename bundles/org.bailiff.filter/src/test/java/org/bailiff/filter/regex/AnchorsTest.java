// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"^a", "\\Aa", "(^a)", "(?:^a|^b)", "(?<!\\w)(?:^a)", "(?>^a)", "(?=x)^a", "\\b^a"})
    void aRegexThatBeginsWithALineIsAnchored(String regex) throws RegexSyntaxException {
        assertThat(Regex.of(regex).isAnchored()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "", "^a|b", "(?:^|,)a", "(?:^)?a", "a?^b", "(?!^)a", "(?<=^x)a", "(?>a?)^b", "(?:^a)*"})
    void anyOtherIsNot(String regex) throws RegexSyntaxException {
        assertThat(Regex.of(regex).isAnchored()).isFalse();
    }
}
