// SPDX-License-Identifier: Apache-2.0
package org.bailiff.api.filter;

import java.util.List;
import java.util.Optional;

/**
 * What a filter looks for, for people: each text as the definition writes it, after interpolation. Regexes are numbered
 * by their place in these lists, from 1.
 *
 * @param prefRegex what every failure's line matches first
 * @param failRegexes the first that matches counts
 * @param ignoreRegexes what vetoes
 * @param datePatterns how lines may write their date, the usual formats too where a definition takes those
 * @param journalMatches which entries of the journal concern the filter, one {@code journalctl} expression each; empty if
 *     it does not say
 * @param maxLines how many lines a failregex sees at once
 */
public record FilterRules(
        Optional<String> prefRegex,
        List<String> failRegexes,
        List<String> ignoreRegexes,
        List<String> datePatterns,
        List<String> journalMatches,
        int maxLines) {

    public FilterRules {
        failRegexes = List.copyOf(failRegexes);
        ignoreRegexes = List.copyOf(ignoreRegexes);
        datePatterns = List.copyOf(datePatterns);
        journalMatches = List.copyOf(journalMatches);
    }
}
