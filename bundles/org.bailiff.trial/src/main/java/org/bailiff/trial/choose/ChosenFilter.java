// SPDX-License-Identifier: Apache-2.0
package org.bailiff.trial.choose;

import java.util.List;
import java.util.Map;
import org.bailiff.api.filter.FilterDefinition;

/**
 * What is to be tried.
 *
 * @param definition the definition
 * @param parameters in brackets behind its name
 * @param failRegexes regexes that were typed; those of the definition come before them
 * @param ignoreRegexes the same
 */
public record ChosenFilter(
        FilterDefinition definition,
        Map<String, String> parameters,
        List<String> failRegexes,
        List<String> ignoreRegexes) {

    public ChosenFilter {
        parameters = Map.copyOf(parameters);
        failRegexes = List.copyOf(failRegexes);
        ignoreRegexes = List.copyOf(ignoreRegexes);
    }

    /** Regexes alone, without a definition. */
    public static ChosenFilter ofRegexes(List<String> failRegexes) {
        return new ChosenFilter(new RegexDefinition(), Map.of(), failRegexes, List.of());
    }

    /** The same with these ignoreregexes. */
    public ChosenFilter ignoring(List<String> regexes) {
        return new ChosenFilter(definition, parameters, failRegexes, regexes);
    }
}
