// SPDX-License-Identifier: Apache-2.0
package org.bailiff.filter.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.bailiff.filter.regex.Regex;
import org.bailiff.filter.regex.RegexSyntaxException;
import org.junit.jupiter.api.Test;

class BoundedSearchTest {

    private static Regex regex(String text) throws RegexSyntaxException {
        return Regex.of(text);
    }

    @Test
    void whatTheLineHasLeftIsWhatTheNextSearchMayTake() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");
        BoundedSearch search = new BoundedSearch(cutOffs);
        String hostile = "a".repeat(1000);
        Regex astray = regex("^.*.*.*.*b$");

        for (int count = 0; count < BoundedSearch.LINE_STEPS / BoundedSearch.REGEX_STEPS; count++) {
            assertThat(search.find(astray, hostile)).isEmpty();
        }

        assertThat(search.find(regex("a"), hostile)).as("nothing is left").isEmpty();
        assertThat(new BoundedSearch(cutOffs).find(regex("a"), hostile)).isPresent();
    }

    @Test
    void anOverflowOfTheStackIsABudgetSpent() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");

        assertThat(new BoundedSearch(cutOffs).find(regex("^(?:a|b)*c"), "ab".repeat(32 * 1024)))
                .isEmpty();
        assertThat(cutOffs.total()).isEqualTo(1);
    }
}
