// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterException;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.dialect.Origin;
import org.bailiff.filter.TextDefinition;
import org.junit.jupiter.api.Test;

class DefinitionReaderTest {
    private static final TextDefinition MODES = TextDefinition.of(
            "[DEFAULT]",
            "logtype = file",
            "[prefix_file]",
            "begin = ^app:",
            "[prefix_journal]",
            "begin = ^",
            "[Definition]",
            "mode = normal",
            "_re-normal = a <ADDR>",
            "_re-hard = %(_re-normal)s",
            "    b <ADDR>",
            "prefregex = <prefix_<logtype>/begin> <F-CONTENT>.*</F-CONTENT>",
            "failregex = <_re-<mode>>",
            "ignoreregex = from <where>",
            "[Init]",
            "where = <place>",
            "place = home");

    private static Definition read(TextDefinition text, Map<String, String> parameters, Map<String, String> overrides)
            throws FilterException {
        Map<String, Setting> settings = new HashMap<>();
        overrides.forEach((key, value) -> settings.put(key, new Setting(key, value, "jail.local:7")));
        return DefinitionReader.read(text, new FilterOptions(parameters, settings, ZoneOffset.UTC));
    }

    private static List<String> texts(List<SourceRegex> regexes) {
        return regexes.stream().map(SourceRegex::text).toList();
    }

    @Test
    void nestedTagsAreResolvedWithTheDefinitionsOwnValues() throws FilterException {
        Definition definition = read(MODES, Map.of(), Map.of());

        assertThat(texts(definition.failRegexes())).containsExactly("a <ADDR>");
        assertThat(definition.prefRegex().orElseThrow().text()).isEqualTo("^app: <F-CONTENT>.*</F-CONTENT>");
        assertThat(texts(definition.ignoreRegexes())).containsExactly("from home");
    }

    @Test
    void parametersComeFirst() throws FilterException {
        Definition definition = read(MODES, Map.of("mode", "hard", "Place", "work", "logtype", "journal"), Map.of());

        assertThat(texts(definition.failRegexes())).containsExactly("a <ADDR>", "b <ADDR>");
        assertThat(definition.prefRegex().orElseThrow().text()).isEqualTo("^ <F-CONTENT>.*</F-CONTENT>");
        assertThat(texts(definition.ignoreRegexes())).containsExactly("from work");
    }

    @Test
    void aParameterThatLeadsNowhereIsRefusedWithTheMend() {
        assertThatThrownBy(() -> read(MODES, Map.of("mode", "soft"), Map.of()))
                .isInstanceOf(FilterException.class)
                .hasMessage("test.conf:13: failregex needs <_re-soft>, which the definition does not have; "
                        + "'soft' is not one of the values that 'mode' may have");
    }

    @Test
    void tagsThatGoInCirclesAreRefused() {
        TextDefinition circle = TextDefinition.of("[Definition]", "a = x<b>", "b = y<a>", "failregex = <a> <ADDR>");

        assertThatThrownBy(() -> read(circle, Map.of(), Map.of()))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("without end");
    }

    @Test
    void whatTheJailSaysReplacesWhatTheDefinitionSays() throws FilterException {
        Definition definition = read(
                MODES, Map.of(), Map.of("failregex", "c <ADDR>\nd <ADDR>", "prefregex", "^x", "datepattern", "{NONE}"));

        assertThat(texts(definition.failRegexes())).containsExactly("c <ADDR>", "d <ADDR>");
        assertThat(definition.failRegexes().get(1).number()).isEqualTo(2);
        assertThat(definition.failRegexes().get(1).origin()).isEqualTo(new Origin("jail.local", 8));
        assertThat(definition.prefRegex().orElseThrow().text()).isEqualTo("^x");
        assertThat(texts(definition.datePatterns())).containsExactly("{NONE}");
    }

    @Test
    void includesAreReadBesideTheDefinition() throws FilterException {
        TextDefinition including = new TextDefinition(
                "[INCLUDES]\nbefore = common.conf\n[Definition]\nfailregex = %(_begin)s <ADDR>",
                Map.of("common.conf", "[DEFAULT]\n_begin = ^app"));

        assertThat(texts(read(including, Map.of(), Map.of()).failRegexes())).containsExactly("^app <ADDR>");
    }

    @Test
    void aDefinitionThatFindsNothingIsRefused() {
        assertThatThrownBy(() -> read(TextDefinition.of("[Definition]", "ignoreregex = x"), Map.of(), Map.of()))
                .isInstanceOf(FilterException.class)
                .hasMessage("test.conf: the filter 'test' finds nothing; add failregex to its [Definition]");
    }

    @Test
    void groupsNamesAndWordsInAngleBracketsStay() throws FilterException {
        TextDefinition plain = TextDefinition.of("[Definition]", "mode = x", "failregex = (?P<mode>y) <word> <ADDR>");

        assertThat(texts(read(plain, Map.of(), Map.of()).failRegexes())).containsExactly("(?P<mode>y) <word> <ADDR>");
    }

    @Test
    void aParameterOfAKeysNameIsSaidInsteadOfIt() throws FilterException {
        Definition definition = read(MODES, Map.of("failregex", "x <ADDR>", "maxlines", "3"), Map.of());

        assertThat(texts(definition.failRegexes())).containsExactly("x <ADDR>");
        assertThat(definition.maxLines()).isEqualTo(3);
    }

    @Test
    void initIsAskedBeforeTheDefinition() throws FilterException {
        TextDefinition both = TextDefinition.of(
                "[Definition]", "failregex = x <ADDR>", "maxlines = 2", "[Init]", "maxlines = 7", "journalmatch = A=b");

        Definition definition = read(both, Map.of(), Map.of());

        assertThat(definition.maxLines()).isEqualTo(7);
        assertThat(definition.journalMatches()).containsExactly("A=b");
    }
}
