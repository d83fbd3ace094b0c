// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bailiff.api.config.Problem;
import org.bailiff.api.filter.FilterException;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
    private static final String CHOSEN = "198.51.100.9";

    private static List<String> warnings(String... definition) throws FilterException {
        String[] lines = new String[definition.length + 1];
        lines[0] = "[Definition]";
        System.arraycopy(definition, 0, lines, 1, definition.length);
        return TextDefinition.compile(lines).warnings().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> ofRegex(String regex) throws FilterException {
        return warnings("failregex = " + regex);
    }

    private static List<String> ofDates(String pattern) throws FilterException {
        return warnings("failregex = ^bad <ADDR>$", "datepattern = " + pattern.replace("%", "%%"));
    }

    @Test
    void aWarningSaysWhereItsRegexStands() throws FilterException {
        List<Problem> warnings = TextDefinition.compile(
                        "[Definition]", "failregex = ^bad <ADDR>$", "    failed .* from <ADDR>")
                .warnings();

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(warning.file()).isEqualTo("test.conf");
            assertThat(warning.line()).isEqualTo(3);
            assertThat(warning.jail()).isEmpty();
            assertThat(warning.message()).startsWith("failregex 2: ").doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed .* from <HOST>",
                "failed login from <ADDR>$",
                "^login failed for .*? from <ADDR>",
                "^login failed for .+? from <ADDR> port",
                "^.*?login failed from <ADDR>",
                "^invalid user <F-USER>\\S*</F-USER> from <ADDR>",
                "^agent .* client <ADDR>, .*$"
            })
    void anAddressThatAnAttackerCanWriteIsShownWithTheLine(String regex) throws FilterException {
        assertThat(ofRegex(regex)).singleElement().asString().contains(CHOSEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^failed from <ADDR>$",
                "^login failed for .* from <ADDR>$",
                "^invalid user <F-USER>\\S*</F-USER> from <ADDR> port \\d+$",
                "^\\s*<ADDR> - \\S+ \"[^\"]*\" 401",
                "^user=[^,]*, ip=<ADDR>$",
                "^login failed from <ADDR> .*$",
                "^agent [^,]*?, client <ADDR>, .*$",
                "^(?:a|b) <F-ID>\\S+</F-ID>$"
            })
    void anAddressWhosePlaceIsTheServicesRaisesNoDoubt(String regex) throws FilterException {
        assertThat(ofRegex(regex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^refused user <F-ID>[a-z]+</F-ID>$", "^refused key <F-ID>key-\\d+</F-ID>$"})
    void anOffenderWhoCanBeNoAddressIsSaid(String regex) throws FilterException {
        assertThat(ofRegex(regex))
                .anySatisfy(warning -> assertThat(warning).contains("failregex 1: it takes for the offender"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^refused <F-ID>\\S+</F-ID>$",
                "^refused <F-ID>[0-9a-f:]+</F-ID>$",
                "^refused <F-ID>10\\.0\\.\\d+\\.\\d+</F-ID>$",
                "^refused <F-ID>[\\d.]+/\\d+</F-ID>$",
                "^refused user <F-ID>[a-z]+</F-ID> from <ADDR>$",
                "^<F-MLFID>\\d+</F-MLFID> refused <F-ID>[a-z]+</F-ID>$"
            })
    void anOffenderWhoMayBeAnAddressIsNot(String regex) throws FilterException {
        assertThat(ofRegex(regex)).noneSatisfy(warning -> assertThat(warning).contains("offender"));
    }

    @Test
    void whatThePrefixAnchorsIsNoAnchorOfTheFailregex() throws FilterException {
        String prefix = "prefregex = ^\\s*app: <F-CONTENT>.+</F-CONTENT>$";

        assertThat(warnings(prefix, "failregex = ^failed from <ADDR>$")).isEmpty();
        assertThat(warnings(prefix, "failregex = failed from <ADDR>"))
                .singleElement()
                .asString()
                .contains("app: ")
                .contains("begin it with ^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^a.*b.*c.*d <ADDR>$", "^\\s*\\s*\\s*x <ADDR>$", "^(?:a|a)*b (\\w)\\1 <ADDR>$"})
    void stepsThatGrowFastAreSaid(String regex) throws FilterException {
        assertThat(ofRegex(regex)).anySatisfy(warning -> assertThat(warning).contains("its steps grow"));
    }

    @Test
    void aDefinitionThatIsSlowItselfIsExaminedInBoundedTime() throws FilterException {
        assertThat(warnings(
                        "prefregex = ^(?:(a)|a)*(?:(b)|b)*<F-CONTENT>.+</F-CONTENT>$",
                        "failregex = ^(?:(a|aa)+\\1?)+ .* .* .* .* <F-USER>(?:(x+)\\3?)*</F-USER> from <ADDR> .*$"))
                .anySatisfy(
                        warning -> assertThat(warning).contains("failregex 1: ").contains("its steps grow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?:\\w+ )*<ADDR>$",
                "^a.*b <ADDR>$",
                "^user \"[^\"]*\" of \"[^\"]*\" from \"[^\"]*\" <ADDR>$",
                "^\\s*(?:\\S+ )?app\\[\\d+\\]: bad <ADDR>$"
            })
    void stepsThatGrowWithTheLengthOrItsSquareAreNot(String regex) throws FilterException {
        assertThat(ofRegex(regex)).noneSatisfy(warning -> assertThat(warning).contains("steps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(?!(?P<x>a))b <ADDR>$",
                "^(?:(?P<x>a)){0}b <ADDR>$",
                "^(?P<x>a)(?(x)b|c) <ADDR>$",
                "^(?:(?P<x>a) <ADDR>|(?P<y>b)(?(x)c|d) <F-ID>e</F-ID>)$"
            })
    void groupsAndConditionsThatAreNeverOrAlwaysAreSaid(String regex) throws FilterException {
        assertThat(ofRegex(regex)).singleElement().asString().containsAnyOf("never set", "a condition asks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^(?P<x>a)?(?(x)b|c) <ADDR>$", "^(?:(?P<x>a)|b)(?(x)c|d) <ADDR>$", "^(?:(?P<x>c)|d) <ADDR>$"})
    void groupsThatMayTakePartAreNot(String regex) throws FilterException {
        assertThat(ofRegex(regex)).isEmpty();
    }

    @Test
    void whatTellsOfASessionMustSayOfWhich() throws FilterException {
        assertThat(ofRegex("^<F-NOFAIL>helper</F-NOFAIL> <ADDR>$"))
                .singleElement()
                .asString()
                .contains("<F-NOFAIL>")
                .contains("<F-MLFID>");
        assertThat(ofRegex("^<F-MLFFORGET>end</F-MLFFORGET> <ADDR>$"))
                .singleElement()
                .asString()
                .contains("<F-MLFFORGET>");
        assertThat(ofRegex("^<F-MLFID>\\d+</F-MLFID>: <F-NOFAIL>helper</F-NOFAIL> <ADDR>$"))
                .isEmpty();
        assertThat(warnings(
                        "prefregex = ^<F-MLFID>\\d+</F-MLFID>: <F-CONTENT>.+</F-CONTENT>$",
                        "failregex = ^<F-NOFAIL>helper</F-NOFAIL> <ADDR>$"))
                .isEmpty();
    }

    @Test
    void aRegexThatIsThereTwiceIsSaidOnce() throws FilterException {
        assertThat(warnings("failregex = ^bad <ADDR>$", "    ^worse <ADDR>$", "    ^bad <ADDR>$"))
                .containsExactly("test.conf:4: warning: failregex 3: it is the same as failregex 1, which always"
                        + " matches first; remove one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%Y-%m", "%d %H:%M:%S", "%Y %H:%M:%S", "%Y-%m-%d", "x$y %Y-%m-%d %H:%M:%S"})
    void aDatePatternThatGivesNoTimeIsSaid(String pattern) throws FilterException {
        assertThat(ofDates(pattern)).singleElement().asString().contains("datepattern 1: ");
    }

    @Test
    void aDatePatternWhoseDatesAnEarlierOneFindsIsSaid() throws FilterException {
        assertThat(ofDates("%Y-%m-%d %H:%M:%S\n    %ExY-%Exm-%Exd %ExH:%ExM:%ExS"))
                .singleElement()
                .asString()
                .contains("datepattern 2: ")
                .contains("datepattern 1 finds before it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%Y-%m-%d %H:%M:%S",
                "^%H:%M:%S",
                "{^LN-BEG}%b %d %k:%M:%S(?: %ExY)?",
                "{EPOCH}",
                "LEPOCH",
                "^TAI64N",
                "{^LN-BEG}",
                "{NONE}",
                "{DATE}",
                "^I\\(()**",
                "%Y-%j %I:%M:%S %p",
                "(?<=\\[)%d/%b/%Y:%H:%M:%S %z(?=\\] )",
                "%A, %B %d, %Y %I:%M %p %Z"
            })
    void aDatePatternThatFindsItsDatesRaisesNoDoubt(String pattern) throws FilterException {
        assertThat(ofDates(pattern)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed login.*<HOST>", "^.*fail.*<HOST>.*$"})
    void anAddressThatIsTakenInPartIsSaid(String regex) throws FilterException {
        assertThat(ofRegex(regex))
                .singleElement()
                .asString()
                .contains("what stands before the address takes a part of it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+ <ADDR>$",
                "^x (?:a|a)*b <ADDR>$",
                "^(?:\\w+\\s*)+: from <ADDR>$",
                "^login (?:.*a)*x <ADDR>$"
            })
    void loopsInLoopsAreSaid(String regex) throws FilterException {
        assertThat(ofRegex(regex)).anySatisfy(warning -> assertThat(warning).contains("loop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?:\\w+: )+<ADDR>$", "^(?:a|b)*: <ADDR>$", "^\"(?:[^\"\\\\]|\\\\.)*\" <ADDR>$"})
    void loopsWhoseRoundsAreToldApartAreNot(String regex) throws FilterException {
        assertThat(ofRegex(regex)).isEmpty();
    }
}
