// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {

    private static boolean finds(String regex, String text) throws RegexSyntaxException {
        return Regex.of(regex).pattern().matcher(text).find();
    }

    private static String captured(String regex, String group, String text) throws RegexSyntaxException {
        Regex compiled = Regex.of(regex);
        Matcher matcher = compiled.pattern().matcher(text);
        assertThat(matcher.find()).as("%s finds something in %s", regex, text).isTrue();
        return matcher.group(compiled.groups().get(group));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "^a\\d+b$ ~ a123b",
                "^\\d$ ~ ٣",
                "^\\w+$ ~ Ünï_9",
                "^[\\w.-]+$ ~ a.b-c",
                "^a\\sb$ ~ a\u00a0b",
                "\\bfoo\\b ~ a foo.",
                "^[]a]+$ ~ ]a]",
                "^[[&&a]+$ ~ [&a",
                "^[^\\W_]+$ ~ abc",
                "^a{,2}b$ ~ aab",
                "^a{x}$ ~ a{x}",
                "^(?i:FOO)bar$ ~ foobar",
                "(?i)É ~ é",
                "^(?P<q>['\"])x(?P=q)$ ~ 'x'",
                "^(a)\\1 1$ ~ aa 1",
                "^(?P<x>a)?(?(x)b|c)$ ~ ab",
                "^(?P<x>a)?(?(x)b|c)$ ~ c",
                "^\\x41\\u0042\\103$ ~ ABC",
                "^a(?#a comment)b$ ~ ab",
                "(?x)^ a b # the rest ~ ab",
                "^(?>a+)b$ ~ aab",
                "^a\\Z ~ a",
                "^\\/\\\"\\-$ ~ /\"-",
            })
    void matchesAsPythonDoes(String regex, String text) throws RegexSyntaxException {
        assertThat(finds(regex, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "^(?P<x>a)?(?(x)b|c)$ ~ ac",
                "^(?P<x>a)?(?(x)b|c)$ ~ b",
                "\\bfoo\\b ~ a foo_",
                "^[^\\W_]+$ ~ a_b",
                "^[^a\\d]+$ ~ b1",
                "^[^\\S ]$ ~ x",
                "^(?i:FOO)bar$ ~ fooBAR",
                "^\\w$ ~ -",
            })
    void missesAsPythonDoes(String regex, String text) throws RegexSyntaxException {
        assertThat(finds(regex, text)).isFalse();
    }

    @Test
    void dotAndDollarKnowOneLineEndOnly() throws RegexSyntaxException {
        assertThat(finds("^a.b$", "a\rb")).isTrue();
        assertThat(finds("^a.b$", "a\nb")).isFalse();
        assertThat(finds("^ab$", "ab\u2028")).isFalse();
        assertThat(finds("^\\v$", "\u000b")).isTrue();
    }

    @Test
    void aNameOfAGroupMayHaveUnderscores() throws RegexSyntaxException {
        assertThat(captured("a(?P<alt_user_1>\\w+)", "alt_user_1", "abc")).isEqualTo("bc");
    }

    @Test
    void markersOfConditionsDoNotMoveTheGroupsBehindThem() throws RegexSyntaxException {
        assertThat(captured("^(?P<a>x)?(?P<b>y)(?(a)1|2)(?P<c>z)$", "c", "xy1z"))
                .isEqualTo("z");
        assertThat(captured("^(?P<a>x)?(?P<b>y)(?(a)1|2)(?P=b)(?P<c>z)$", "b", "y2yz"))
                .isEqualTo("y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(b",
                "a)b",
                "[a",
                "*a",
                "a**",
                "(?P<a>x)(?P<a>y)",
                "\\q",
                "a{2,1}",
                "[b-a]",
                "(?P<1>x)",
                "(?<n>x)",
                "(?P=no)",
                "\\1(a)",
                "(a\\1)",
                "\\x4",
                "(?(x)a|b)"
            })
    void saysWhereItIsWrong(String regex) {
        assertThatThrownBy(() -> Regex.of(regex))
                .isInstanceOf(RegexSyntaxException.class)
                .hasMessageMatching(".*, (at the end|before '.+')");
    }

    @Test
    void nestedTooDeepIsASentenceAndNoOverflow() {
        assertThatThrownBy(() -> Regex.of("(".repeat(5_000) + ")".repeat(5_000)))
                .isInstanceOf(RegexSyntaxException.class)
                .hasMessageContaining("nested");
    }

    @ParameterizedTest
    @CsvSource({
        // at a group's beginning they are the group's, as with fail2ban
        "x(?:(?i)foo|bar) y, xFOO y, true",
        "x(?:(?i)foo|bar) y, xfoo Y, false",
        "x((?i)foo|bar) y, xBAR y, true",
        // anywhere else they are the whole regex's, as with Python up to 3.10
        "x(?i)foo y, XFOO Y, true",
        "(?i)x, X, true",
    })
    void flagsHoldWhereTheyStand(String regex, String text, boolean matches) throws RegexSyntaxException {
        assertThat(Regex.of(regex).pattern().matcher(text).matches()).isEqualTo(matches);
    }
}
