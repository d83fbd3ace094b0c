// SPDX-License-Identifier: Apache-2.0
package org.bailiff.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "x = 1|1",
                "x=1|1",
                "x: 1|1",
                "X = 1|1",
                "x = a = b: c|a = b: c",
                "x : a = b|a = b",
                "  x = 1|1",
                "x =|''",
                "x = 1 ; why|1",
                "x = 1\t; why|1",
                "x = a;b|a;b",
                "x = a;b ;c|a;b",
                "x = a #b|a #b",
                "x = ; why|''",
                "\uFEFF# mark\\nx = 1|1",
                "x = 1\\r\\n  2|1\\n2",
                "x = 1\\n 2|1\\n2",
                "x =\\n  1\\n  2|1\\n2",
                "x = 1\\n  2 ; why|1\\n2",
                "x = 1\\n# why\\n  2|1\\n2",
                "x = 1\\n  # why\\n  2|1\\n2",
                "x = 1\\n  ; why\\n  2|1\\n2",
                "x = 1\\n\\n  2|1\\n\\n2",
                "x = 1\\n\\n\\n|1",
                "x = 1\\n  y = 2|1\\ny = 2",
                "x = 1\\n  [z]|1\\n[z]",
                " x = 1\\n y = 2|1",
                " x = 1\\ny = 2|1",
            })
    void aLineIsReadAsItsAuthorMeansIt(String text, String value) throws DialectException {
        assertThat(value("[a]\n" + unescaped(text))).isEqualTo(unescaped(value));
    }

    private static String value(String text) throws DialectException {
        // The mark of byte order counts only at the very beginning.
        String whole = text.contains("\uFEFF") ? "\uFEFF" + text.replace("\uFEFF", "") : text;
        return new Texts()
                .file("t.conf", whole)
                .read("t.conf")
                .entry("a", "x")
                .orElseThrow()
                .value();
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1|t.conf:1: 'x' stands before any section; write [DEFAULT] above it",
                "[a]\\nx = 1\\n[a]\\ny = 2|t.conf:3: section [a] stands twice in this file; put its keys into one",
                "[a]\\nx = 1\\nX = 2|t.conf:3: 'x' stands twice in [a], first on line 2; remove one",
                "[a\\nx = 1|t.conf:1: a section is written [name], not '[a'",
                "[]|t.conf:1: a section is written [name], not '[]'",
                "[a]\\nword|t.conf:2: 'word' is neither [section] nor key = value; a line that continues a value is"
                        + " indented deeper than its key",
                "[a]\\n= 3|t.conf:2: '= 3' is neither [section] nor key = value; a line that continues a value is"
                        + " indented deeper than its key",
            })
    void aMistakeIsNamedWithFileLineAndMend(String text, String sentence) {
        assertThatThrownBy(() -> value(unescaped(text)))
                .isInstanceOf(DialectException.class)
                .hasMessage(sentence);
    }

    @Test
    void anEntryKnowsTheLineThatItsValueBeginsOn() throws DialectException {
        Document document = new Texts()
                .file("t.conf", "# comment", "[a]", "", "x = 1", "  2", "# comment", "  3", "y = 4")
                .read("t.conf");

        assertThat(document.entry("a", "x").orElseThrow().origin()).hasToString("t.conf:4");
        assertThat(document.entry("a", "y").orElseThrow().origin()).hasToString("t.conf:8");
    }

    @Test
    void aTextThatIsNoConfigurationIsRefused() {
        assertThatThrownBy(() -> value("x".repeat(2_000_000)))
                .isInstanceOf(DialectException.class)
                .hasMessageContaining("probably not a configuration");
    }

    @Test
    void aConditionalSectionIsJustASection() throws DialectException {
        Document document = new Texts()
                .file("t.conf", "[Init]", "x = 4", "[Init?family=inet6]", "x = 6")
                .read("t.conf");

        assertThat(document.sections()).containsExactly("Init", "Init?family=inet6");
        assertThat(document.entry("Init?family=inet6", "x").orElseThrow().value())
                .isEqualTo("6");
    }
}
