// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredLiteralsTest {

    private static Iterable<String> required(String regex) throws RegexSyntaxException {
        return Regex.of(regex).requiredLiterals().orElseThrow();
    }

    @Test
    void theLongestIsChosen() throws RegexSyntaxException {
        assertThat(required("^from \\S+ port \\d+ ssh2$")).containsExactly(" port ");
    }

    @Test
    void everyBranchOfAChoiceGivesOne() throws RegexSyntaxException {
        assertThat(required("^(?:Failed.*|Invalid user) x")).containsExactlyInAnyOrder("Failed", "Invalid user");
    }

    @Test
    void aChoiceOfTextsGoesOnInAsManyWays() throws RegexSyntaxException {
        assertThat(required("^[iI](?:llegal|nvalid) user (?P<user>root|admin)\\d"))
                .containsExactlyInAnyOrder(
                        "llegal user root", "llegal user admin", "nvalid user root", "nvalid user admin");
    }

    @Test
    void aChoiceThatADateMayHaveTornOffBeginsAnew() throws RegexSyntaxException {
        assertThat(required("ab: (?:cdef| gh)")).containsExactly("ab:");
        assertThat(required("^(?:failed:|wrong) \\d")).containsExactlyInAnyOrder("failed:", "wrong");
    }

    @Test
    void manyChoicesInARowDoNotMakeEndlessTexts() throws RegexSyntaxException {
        assertThat(required("(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)x")).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void groupsAndPlacesDoNotBreakIt() throws RegexSyntaxException {
        assertThat(required("^\\bab(?P<x>cd)ef$")).containsExactly("abcdef");
    }

    @Test
    void whatIsRepeatedAtLeastOnceCountsAlone() throws RegexSyntaxException {
        assertThat(required("(?:abc)+d")).containsExactly("abc");
    }

    @Test
    void whatADateMayHaveTornApartIsNotOne() throws RegexSyntaxException {
        assertThat(required("^- \\[\\] \"GET /x")).containsExactly("\"GET ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?i)foo", "(?i:foo)", "foo|", "(?:foo)?", "(?!foo)", "(?=foo)", "\\d+", "(?:foo|\\d)", "ü", ""})
    void whatIsNotCertainIsNotRequired(String regex) throws RegexSyntaxException {
        assertThat(Regex.of(regex).requiredLiterals()).isEmpty();
    }
}
