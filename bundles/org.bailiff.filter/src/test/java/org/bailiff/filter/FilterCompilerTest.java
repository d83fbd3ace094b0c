// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bailiff.api.filter.FilterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and how it is said. */
class FilterCompilerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a(b <ADDR> ~ test.conf:3: failregex 2: ')' is missing, at the end",
                "<ADDR> or <HOST> ~ test.conf:3: failregex 2: the group 'ip4' is there twice",
                "<F-COLOUR> <ADDR> ~ test.conf:3: failregex 2: <F-COLOUR> is not closed; write </F-COLOUR>",
                "nobody ~ test.conf:3: failregex 2: it cannot tell who failed; put <ADDR>",
            })
    void whatIsWrongIsSaidWithFileLineKeyAndMend(String regex, String message) {
        assertThatThrownBy(() -> TextDefinition.compile("[Definition]", "failregex = ^ok <ADDR>", "    " + regex))
                .isInstanceOf(FilterException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void wrongIgnoreregexesAndDatepatternsAreRefusedToo() {
        assertThatThrownBy(() -> TextDefinition.compile("[Definition]", "failregex = <ADDR>", "ignoreregex = ("))
                .hasMessageStartingWith("test.conf:3: ignoreregex 1: ");
        assertThatThrownBy(() -> TextDefinition.compile("[Definition]", "failregex = <ADDR>", "datepattern = %%Q"))
                .hasMessageStartingWith("test.conf:3: datepattern 1: ");
    }

    @Test
    void aTextThatIsNotInTheDialectIsRefused() {
        assertThatThrownBy(() -> TextDefinition.compile("failregex = <ADDR>"))
                .isInstanceOf(FilterException.class)
                .hasMessageStartingWith("test.conf:1: ");
    }

    @Test
    void theMatcherShowsItsRegexesAsWritten() throws FilterException {
        assertThat(TextDefinition.compile("[Definition]", "_x = y", "failregex = ^%(_x)s <ADDR>$")
                        .rules()
                        .failRegexes())
                .containsExactly("^y <ADDR>$");
    }
}
