// SPDX-License-Identifier: Apache-2.0
package org.bailiff.itests.conformance.tree;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bailiff.api.config.Setting;
import org.bailiff.api.filter.FilterDefinition;
import org.bailiff.api.filter.FilterOptions;
import org.bailiff.dialect.Reference;
import org.bailiff.filter.definition.Definition;
import org.bailiff.filter.definition.DefinitionReader;
import org.bailiff.filter.definition.SourceRegex;
import org.bailiff.itests.conformance.StockFilters;

/** What a jail's filter comes to, with the jail's parameters and what the jail says itself. */
final class FilterTexts {
    private static final List<String> OF_THE_JAIL =
            List.of("failregex", "ignoreregex", "datepattern", "prefregex", "maxlines", "journalmatch");

    private FilterTexts() {}

    /** How many lines a failregex sees at once, and the words of journalmatch. */
    static List<Object> linesAndJournal(Path folder, BailiffJail jail, String name) throws Exception {
        Definition definition = definition(folder, jail, name);
        List<String> words = definition.journalMatches().stream()
                .flatMap(match -> Arrays.stream(match.split("\\s+")))
                .toList();
        return List.of(definition.maxLines(), words);
    }

    /** The texts of prefregex, failregex, ignoreregex and datepattern. */
    static List<List<String>> of(Path folder, BailiffJail jail, String name) throws Exception {
        Definition definition = definition(folder, jail, name);
        return List.of(
                definition.prefRegex().map(SourceRegex::text).stream().toList(),
                texts(definition.failRegexes()),
                texts(definition.ignoreRegexes()),
                texts(definition.datePatterns()));
    }

    private static Definition definition(Path folder, BailiffJail jail, String name) throws Exception {
        Reference reference = Reference.parse(jail.value("filter", name));
        FilterDefinition filter =
                new StockFilters(List.of(folder)).find(reference.name()).orElseThrow();
        Map<String, Setting> own = new HashMap<>();
        for (String key : OF_THE_JAIL) {
            if (!jail.value(key, "").isBlank()) {
                own.put(key, new Setting(key, jail.value(key, ""), "jail"));
            }
        }
        Map<String, String> parameters = new HashMap<>(reference.parameters());
        if (jail.isOnJournal()) {
            parameters.putIfAbsent("logtype", "journal");
        }
        return DefinitionReader.read(filter, new FilterOptions(parameters, own, ZoneOffset.UTC));
    }

    private static List<String> texts(List<SourceRegex> regexes) {
        return regexes.stream().map(SourceRegex::text).toList();
    }
}
