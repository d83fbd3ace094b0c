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

    private static BoundedSearch search(CutOffs cutOffs) {
        return new BoundedSearch(cutOffs, Budget.of(BoundedSearch.LINE_STEPS), BoundedSearch.UNSEEN);
    }

    @Test
    void whatTheLineHasLeftIsWhatTheNextSearchMayTake() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");
        BoundedSearch search = search(cutOffs);
        String hostile = "a".repeat(1000);
        Rule astray = rule("^.*.*.*.*[b]$");

        for (int count = 0; count < BoundedSearch.LINE_STEPS / BoundedSearch.REGEX_STEPS; count++) {
            assertThat(search.find(astray, hostile)).isEmpty();
        }

        assertThat(search.find(rule("a"), hostile)).as("nothing is left").isEmpty();
        assertThat(search(cutOffs).find(rule("a"), hostile)).isPresent();
    }

    @Test
    void anOverflowOfTheStackIsABudgetSpent() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");

        assertThat(search(cutOffs).find(rule("^(?:a|b)*c"), "ab".repeat(32 * 1024) + "c"))
                .isEmpty();
        assertThat(cutOffs.list()).containsExactly(new CutOff("failregex", 1, "^(?:a|b)*c", 1));
    }

    @Test
    void aLineCannotOverflowTheStackForEveryRegex() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");
        BoundedSearch search = search(cutOffs);
        Rule deep = rule("^(?:a|b)*c");
        String hostile = "ab".repeat(32 * 1024) + "c";

        for (int count = 0; count < 10; count++) {
            search.find(deep, hostile);
        }

        assertThat(search.find(rule("a"), hostile)).as("nothing is left").isEmpty();
    }

    @Test
    void aRegexWhoseLiteralTheTextDoesNotHoldIsNotRun() throws RegexSyntaxException {
        CutOffs cutOffs = new CutOffs("test");

        assertThat(search(cutOffs).find(rule("^.*.*.*.* from"), "a".repeat(64 * 1024)))
                .isEmpty();
        assertThat(cutOffs.total()).isZero();
    }

    @Test
    void partsTakeFromTheWhole() {
        Budget line = Budget.of(100);
        Budget dates = line.part(50);

        dates.take(40);
        line.take(55);

        assertThat(line.left()).isEqualTo(5);
        assertThat(dates.left()).isEqualTo(5);
    }
}
