// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.api.filter.CutOff;
import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.bailiff.filter.regex.Rule;
import org.junit.jupiter.api.Test;

class BoundedSearchTest {

    private static Rule rule(String text) throws RegexSyntaxException {
        return new Rule("failregex", 1, text, Regex.of(text));
    }

    @Test
    void whatTheLineHasLeftIsWhatTheNextSearchMayTake() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");
        BoundedSearch search = new BoundedSearch(cutOffs, BoundedSearch.UNSEEN);
        String hostile = "a".repeat(1000);
        Rule astray = rule("^.*.*.*.*b$");

        for (int count = 0; count < BoundedSearch.LINE_STEPS / BoundedSearch.REGEX_STEPS; count++) {
            assertThat(search.find(astray, hostile)).isEmpty();
        }

        assertThat(search.find(rule("a"), hostile)).as("nothing is left").isEmpty();
        assertThat(new BoundedSearch(cutOffs, BoundedSearch.UNSEEN).find(rule("a"), hostile))
                .isPresent();
    }

    @Test
    void anOverflowOfTheStackIsABudgetSpent() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");

        assertThat(new BoundedSearch(cutOffs, BoundedSearch.UNSEEN).find(rule("^(?:a|b)*c"), "ab".repeat(32 * 1024)))
                .isEmpty();
        assertThat(cutOffs.list()).containsExactly(new CutOff("failregex", 1, "^(?:a|b)*c", 1));
    }
}
