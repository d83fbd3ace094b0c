// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.definition;

import java.util.List;
import java.util.Optional;

/**
 * What a definition says when parameters are put in.
 *
 * @param name the filter's name
 * @param prefRegex what every failure's line matches first
 * @param failRegexes at least one
 * @param ignoreRegexes what vetoes
 * @param datePatterns in the order written; empty for the usual ones
 * @param journalMatches which entries of the journal concern it
 * @param maxLines how many lines a failregex sees at once
 */
public record Definition(
        String name,
        Optional<SourceRegex> prefRegex,
        List<SourceRegex> failRegexes,
        List<SourceRegex> ignoreRegexes,
        List<SourceRegex> datePatterns,
        List<String> journalMatches,
        int maxLines) {

    public Definition {
        failRegexes = List.copyOf(failRegexes);
        ignoreRegexes = List.copyOf(ignoreRegexes);
        datePatterns = List.copyOf(datePatterns);
        journalMatches = List.copyOf(journalMatches);
    }
}
